import type { IncomingMessage, Server } from 'node:http';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { useServer as serveOver } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { credentialOf, heldCredential, nobody } from '../auth/credential.js';
import { sourceSubject } from '../auth/throttle.js';
import type { Database } from '../db/database.js';
import { invalidInput } from '../graphql/errors.js';
import type { checkDocument } from '../graphql/limits.js';
import type { Viewer } from '../policy/viewer.js';
import { Close, type Connected, Connections, closeSurely, refusal } from './connections.js';
import type { Subscriber } from './group.js';
import type { Hub } from './hub.js';
import { joinChanges } from './join.js';
import { type JoinAsk, OpenOperation, rootField } from './operation.js';
import type { Parcel } from './parcel.js';
import { takeUpgrades } from './upgrades.js';

/** What a socket may have waiting before its reader counts as too slow. It resumes from its cursor, so nothing is lost. */
const MOST_BUFFERED = 1_000_000;
const OPERATIONS_PER_SOCKET = 50;
const LARGEST_MESSAGE = 200_000;

export interface SocketOptions {
  schema: GraphQLSchema;
  database: Database;
  hub: Hub;
  /** Who answers the live fields that are no changes of the log, by their names. */
  beside: Readonly<Record<string, { join(ask: JoinAsk): Promise<() => void> } | undefined>>;
  /** Of one account, or of one address that nobody signed in from. */
  socketsPerHolder: number;
  check(
    payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
    viewer: Viewer,
  ): ReturnType<typeof checkDocument>;
  formatError(error: GraphQLError): GraphQLError;
  isAllowedOrigin(request: IncomingMessage): boolean;
  sessionCookieOf(request: IncomingMessage): string | undefined;
  addressOf(request: IncomingMessage): string;
  onSlow(): void;
}

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  connected?: Connected;
}

/** What an operation that was accepted is carried out with. */
interface Accepted {
  connected: Connected;
  id: string;
  operation: OperationDefinitionNode;
  open: OpenOperation;
}

/** The door for live updates: `graphql-transport-ws` by its protocol, subscriptions only. */
export class Sockets {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    // One message at a time: between two of somebody who floods us, others have their turn.
    allowSynchronousEvents: false,
  });
  private readonly connections: Connections;
  private readonly done: { dispose(): void | Promise<void> };

  constructor(private readonly options: SocketOptions) {
    this.connections = new Connections({ ...options, mostAHolder: options.socketsPerHolder });
    this.done = serveOver<Record<string, unknown>, Partial<Extra>>(
      {
        schema: options.schema,
        connectionInitWaitTimeout: 5_000,
        onConnect: (context) => this.letIn(context.extra as Extra, context.connectionParams ?? {}),
        onSubscribe: (context, id, payload) => this.accept(context.extra as Extra, id, payload),
        subscribe: (args) => this.subscribe(args as ExecutionArgs),
        onError: (_context, _id, _payload, errors) =>
          errors.map((error) => options.formatError(error as GraphQLError).toJSON()),
      },
      this.server,
      12_000,
    );
  }

  get count(): number {
    return this.connections.count;
  }

  get subscriptionCount(): number {
    return this.connections.operationCount;
  }

  listenOn(http: Server, path: string): void {
    const { isAllowedOrigin } = this.options;
    const { server } = this;
    // Who asks and asks and never reads the answers would have us keep them all.
    const onSocket = (socket: WebSocket) =>
      void socket.on('message', () => this.isTooSlow(socket)).on('ping', () => this.isTooSlow(socket));
    takeUpgrades(http, { path, isAllowedOrigin, server, onSocket });
  }

  recheck(): Promise<void> {
    return this.connections.recheck();
  }

  recheckExpired(now: number): Promise<void> {
    return this.connections.recheckExpired(now);
  }

  async stop(): Promise<void> {
    this.connections.sendAway();
    await this.done.dispose();
  }

  private async letIn(extra: Extra, params: Record<string, unknown>): Promise<boolean> {
    const { socket, request } = extra;
    const authorization = params['authorization'] ?? params['Authorization'];
    const header = typeof authorization === 'string' ? authorization : request.headers.authorization;
    const credential = credentialOf(header, this.options.sessionCookieOf(request)) ?? nobody;
    const moves = this.connections.rightsMoved;
    const viewer = await this.options.database
      .whoIs(credential)
      .catch(refusal)
      .catch(() => undefined);
    // The database is away: nobody is told that it is about their rights.
    if (viewer === undefined) socket.close(Close.TRY_LATER, 'Try again later');
    // Whoever has gone meanwhile would never be seen going.
    if (!viewer || socket.readyState !== socket.OPEN) return false;
    const holder = viewer.accountId ?? sourceSubject(this.options.addressOf(request));
    if (this.connections.isFull(holder)) {
      closeSurely(socket, Close.TRY_LATER, 'Too many sockets: close one and connect again');
      return false;
    }
    // The cookie’s secret is renewed while the socket stays open: it is let in for as long as its session lasts.
    const held = viewer.sessionId ? heldCredential(viewer.sessionId) : credential;
    const line = request.socket;
    extra.connected = { socket, line, credential: held, viewer, holder, operations: new Set() };
    this.connections.add(extra.connected);
    // Rights that moved while it was asked who this is were looked at for those who were in already.
    if (this.connections.rightsMoved !== moves) await this.connections.recheckOne([extra.connected]);
    return this.connections.has(extra.connected);
  }

  private accept(
    extra: Extra,
    id: string,
    payload: {
      query: string;
      operationName?: string | null | undefined;
      variables?: Record<string, unknown> | null | undefined;
    },
  ) {
    const { connected } = extra;
    if (!connected) return [new GraphQLError('Not connected.')];
    try {
      if (connected.operations.size >= OPERATIONS_PER_SOCKET)
        throw invalidInput([
          { field: 'subscription', message: `At most ${OPERATIONS_PER_SOCKET} on one socket.` },
        ]);
      const { query, operationName = null, variables = null } = payload;
      const { document, operation } = this.options.check(
        { query, operationName, variables },
        connected.viewer,
      );
      if (operation.operation !== 'subscription')
        throw invalidInput([
          {
            field: 'query',
            message: 'The socket is for subscriptions: send queries and mutations over HTTP.',
          },
        ]);
      const open = new OpenOperation();
      connected.operations.add(open);
      const contextValue: Accepted = { connected, id, operation, open };
      const { schema } = this.options;
      return { schema, document, operationName, variableValues: variables, contextValue };
    } catch (error) {
      const raised = error as { errors?: readonly GraphQLError[] };
      return (raised.errors ?? [asGraphQLError(error)]).map((one) => this.options.formatError(one));
    }
  }

  /** Holds the operation open while the hub writes its frames straight to the socket. */
  private async subscribe(args: ExecutionArgs) {
    const { connected, id, operation, open } = args.contextValue as Accepted;
    const { connections } = this;
    const subscriber: Subscriber = {
      get position() {
        return connected.viewer.position;
      },
      get isGone() {
        return !connections.has(connected);
      },
      refuse: (error) => open.fail(error),
      send: (parcel) => this.send(connected, parcel, id),
      hasRoom: () => hasRoom(connected),
    };
    try {
      const { viewer, credential } = connected;
      const ask = { args, operation, viewer, credential, subscriber };
      const beside = this.options.beside[rootField(operation).name.value];
      const leave = await (beside ? beside.join(ask) : joinChanges(this.options, ask));
      void open.ended.then(leave);
      // The socket may have gone, or been put out, while it joined.
      if (subscriber.isGone) open.finish();
    } catch (error) {
      open.finish();
      return { errors: [this.options.formatError(asGraphQLError(error))] };
    } finally {
      void open.ended.then(() => connected.operations.delete(open));
    }
    return open;
  }

  /** Straight to the line: these bytes are whole messages already, and nothing of ours is compressed or queued before it. */
  private send({ socket, line }: Connected, parcel: Parcel, id: string): void {
    if (socket.readyState === socket.OPEN && !this.isTooSlow(socket)) line.write(parcel.under(id));
  }

  private isTooSlow(socket: WebSocket): boolean {
    if (socket.bufferedAmount <= MOST_BUFFERED) return false;
    if (socket.readyState === socket.OPEN) {
      this.options.onSlow();
      closeSurely(socket, Close.TOO_SLOW, 'Too slow: connect again and go on from your cursor');
    }
    return true;
  }
}

/** Once a reader has taken most of what it was sent, or has gone. */
async function hasRoom({ socket, line }: Connected): Promise<void> {
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > MOST_BUFFERED / 2)
    await new Promise<void>((resolve) => {
      const go = () => {
        line.off('drain', go).off('close', go);
        resolve();
      };
      line.on('drain', go).on('close', go);
    });
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError((error as Error).message, { originalError: error as Error });
