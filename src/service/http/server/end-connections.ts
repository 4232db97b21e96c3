import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that a connection without a request is given while the service ends: one may be on the way. */
const lastChance = 500;

/**
 * Lets the service end as soon as it has answered what it took. Node closes the connections that are idle at that
 * moment, but neither those that were never asked anything, nor those that become idle afterwards: it would wait for
 * both until their time is over.
 */
export function endIdleConnections(app: FastifyInstance): void {
  const underWay = new Map<Socket, number>();
  const count = (socket: Socket, change: number) => {
    const before = underWay.get(socket);
    if (before !== undefined) underWay.set(socket, before + change);
  };
  app.server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    timer = setInterval(() => {
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    }, lastChance);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (timer !== undefined) reply.header('Connection', 'close');
  });
  app.server.on('close', () => clearInterval(timer));
}
