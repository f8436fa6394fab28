import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';

export interface Upgrades {
  path: string;
  isAllowedOrigin(request: IncomingMessage): boolean;
  server: WebSocketServer;
  onSocket(socket: WebSocket): void;
}

/** Takes sockets at one path, from our own pages and from programs; whatever else asks for one is refused. */
export function takeUpgrades(http: Server, { path, isAllowedOrigin, server, onSocket }: Upgrades): void {
  http.on('upgrade', (request, socket, head) => {
    // Node leaves a line that breaks to whoever takes the upgrade: unheard, it would end the whole process.
    socket.on('error', () => socket.destroy());
    const isHere = request.url?.split('?', 1)[0] === path;
    if (!isHere) return refuse(socket, '404 Not Found');
    if (!isAllowedOrigin(request)) return refuse(socket, '403 Forbidden');
    server.handleUpgrade(request, socket, head, (opened) => {
      onSocket(opened);
      server.emit('connection', opened, request);
    });
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
