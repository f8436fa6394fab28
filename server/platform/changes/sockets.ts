import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { useServer as serveOver } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Credential, credentialOf, heldCredential, nobody } from '../auth/credential.js';
import type { Database } from '../db/database.js';
import { AccordError, invalidInput } from '../graphql/errors.js';
import type { checkDocument } from '../graphql/limits.js';
import type { Viewer } from '../policy/viewer.js';
import type { Hub } from './hub.js';
import { joinChanges } from './join.js';
import { OpenOperation, rootField } from './operation.js';
import type { Parcel } from './parcel.js';
import type { PresenceHub } from './presence.js';

/** Codes a client goes on from by connecting again; the fatal ones are those of the protocol. */
export const Close = {
  RIGHTS_CHANGED: 4403,
  SIGNED_OUT: 4401,
  TOO_SLOW: 4290,
  GOING_AWAY: 1012,
  TRY_LATER: 1013,
} as const;

/** What a socket may have waiting before its reader counts as too slow. It resumes from its cursor, so nothing is lost. */
const MOST_BUFFERED = 1_000_000;
const SUBSCRIPTIONS_PER_SOCKET = 50;
const LARGEST_MESSAGE = 200_000;

export interface SocketOptions {
  schema: GraphQLSchema;
  database: Database;
  hub: Hub;
  presence: PresenceHub;
  check(
    payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
    viewer: Viewer,
  ): ReturnType<typeof checkDocument>;
  formatError(error: GraphQLError): GraphQLError;
  isAllowedOrigin(request: IncomingMessage): boolean;
  sessionCookieOf(request: IncomingMessage): string | undefined;
  onSlow(): void;
}

/** A connection that has been let in. */
interface Connected {
  socket: WebSocket;
  /** What the socket itself writes to. */
  line: Duplex;
  credential: Credential;
  viewer: Viewer;
  subscriptions: Map<string, () => void>;
}

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  connected?: Connected;
}

/** The door for live updates: `graphql-transport-ws` by its protocol, subscriptions only. */
export class Sockets {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });
  private readonly connected = new Set<Connected>();
  private readonly done: { dispose(): void | Promise<void> };

  constructor(private readonly options: SocketOptions) {
    this.done = serveOver<Record<string, unknown>, Partial<Extra>>(
      {
        schema: options.schema,
        connectionInitWaitTimeout: 5_000,
        onConnect: (context) => this.letIn(context.extra as Extra, context.connectionParams ?? {}),
        onDisconnect: (context) => this.leave(context.extra as Extra),
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
    return this.connected.size;
  }

  get subscriptionCount(): number {
    let count = 0;
    for (const one of this.connected) count += one.subscriptions.size;
    return count;
  }

  listenOn(http: Server, path: string): void {
    http.on('upgrade', (request, socket, head) => {
      const isHere = new URL(request.url ?? '/', 'http://here').pathname === path;
      if (!isHere || !this.options.isAllowedOrigin(request)) {
        socket.end(
          `HTTP/1.1 ${isHere ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
        );
        return;
      }
      this.server.handleUpgrade(request, socket, head, (ws) => this.server.emit('connection', ws, request));
    });
  }

  /** After rights have moved: whoever lost or changed theirs is put out, with a code that says why. */
  async recheck(): Promise<void> {
    const byCredential = new Map<string, Connected[]>();
    for (const one of this.connected)
      byCredential.set(one.credential.key, [...(byCredential.get(one.credential.key) ?? []), one]);
    await Promise.all([...byCredential.values()].map((same) => this.recheckOne(same)));
  }

  /** Credentials end by themselves too; a session that was used meanwhile has been given longer. */
  async recheckExpired(now: number): Promise<void> {
    const expired = [...this.connected].filter(
      (one) => one.viewer.expiresAt !== null && one.viewer.expiresAt <= now,
    );
    await Promise.all(expired.map((one) => this.recheckOne([one])));
  }

  async stop(): Promise<void> {
    for (const { socket } of this.connected) socket.close(Close.GOING_AWAY, 'Connect again');
    await this.done.dispose();
  }

  private async recheckOne(same: Connected[]): Promise<void> {
    const first = same[0];
    if (!first) return;
    const viewer = await this.options.database.whoIs(first.credential).catch(refusal);
    for (const one of same) {
      const isOver = viewer && viewer.expiresAt !== null && viewer.expiresAt <= Date.now();
      if (!viewer || isOver || viewer.accountId !== one.viewer.accountId)
        this.putOut(one, Close.SIGNED_OUT, 'Signed out');
      else if (viewer.position.key !== one.viewer.position.key)
        this.putOut(one, Close.RIGHTS_CHANGED, 'Rights changed');
      else one.viewer = viewer;
    }
    if (viewer) this.options.hub.refreshPosition(viewer.position);
  }

  private putOut(one: Connected, code: number, reason: string): void {
    this.forget(one);
    one.socket.close(code, reason);
    // A reader that does not even read the farewell is cut off.
    setTimeout(() => one.socket.terminate(), 1_000).unref();
  }

  private async letIn(extra: Extra, params: Record<string, unknown>): Promise<boolean> {
    const authorization = params['authorization'] ?? params['Authorization'];
    const header = typeof authorization === 'string' ? authorization : extra.request.headers.authorization;
    const credential = credentialOf(header, this.options.sessionCookieOf(extra.request)) ?? nobody;
    const viewer = await this.options.database
      .whoIs(credential)
      .catch(refusal)
      .catch(() => undefined);
    // The database is away: nobody is told that it is about their rights.
    if (viewer === undefined) extra.socket.close(Close.TRY_LATER, 'Try again later');
    if (!viewer) return false;
    // The cookie’s secret is renewed while the socket stays open: it is let in for as long as its session lasts.
    const held = viewer.sessionId ? heldCredential(viewer.sessionId) : credential;
    extra.connected = {
      socket: extra.socket,
      line: extra.request.socket,
      credential: held,
      viewer,
      subscriptions: new Map(),
    };
    this.connected.add(extra.connected);
    return true;
  }

  private leave({ connected }: Extra): void {
    if (connected) this.forget(connected);
  }

  private forget(connected: Connected): void {
    this.connected.delete(connected);
    for (const end of connected.subscriptions.values()) end();
    connected.subscriptions.clear();
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
      if (connected.subscriptions.size >= SUBSCRIPTIONS_PER_SOCKET)
        throw invalidInput([
          { field: 'subscription', message: `At most ${SUBSCRIPTIONS_PER_SOCKET} on one socket.` },
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
      return {
        schema: this.options.schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: { connected, id, operation },
      };
    } catch (error) {
      const raised = error as { errors?: readonly GraphQLError[] };
      const errors = raised.errors ?? [
        error instanceof GraphQLError
          ? error
          : new GraphQLError((error as Error).message, { originalError: error as Error }),
      ];
      return errors.map((one) => this.options.formatError(one));
    }
  }

  /** Holds the operation open while the hub writes its frames straight to the socket. */
  private async subscribe(args: ExecutionArgs) {
    const { connected, id, operation } = args.contextValue as {
      connected: Connected;
      id: string;
      operation: OperationDefinitionNode;
    };
    const open = new OpenOperation();
    const send = (parcel: Parcel) => this.send(connected, parcel.under(id));
    try {
      const ask = {
        args,
        operation,
        viewer: connected.viewer,
        credential: connected.credential,
        subscriber: { send },
      };
      const isPresence = rootField(operation).name.value === 'presence';
      const end = await (isPresence ? this.options.presence.join(ask) : joinChanges(this.options, ask));
      const finish = () => {
        end();
        open.finish();
      };
      // The socket may have gone, or been put out, while it joined.
      if (!this.connected.has(connected)) finish();
      connected.subscriptions.set(id, finish);
      open.onReturn = () => {
        connected.subscriptions.delete(id);
        end();
      };
      return open;
    } catch (error) {
      return {
        errors: [
          this.options.formatError(
            new GraphQLError((error as Error).message, { originalError: error as Error }),
          ),
        ],
      };
    }
  }

  /** Straight to the line: these bytes are whole messages already, and nothing of ours is compressed or queued before it. */
  private send({ socket, line }: Connected, bytes: Buffer): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MOST_BUFFERED) {
      this.options.onSlow();
      socket.close(Close.TOO_SLOW, 'Too slow: connect again and go on from your cursor');
      setTimeout(() => socket.terminate(), 2_000).unref();
      return;
    }
    line.write(bytes);
  }
}

/** Nobody, where the credential was refused; any other error says nothing about whoever shows it. */
function refusal(error: unknown): null {
  if (error instanceof AccordError) return null;
  throw error;
}
