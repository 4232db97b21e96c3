import type { FastifyReply, FastifyRequest } from 'fastify';

/** Web triggers are for programs anywhere: as public as on the platform. */
const publicPaths = '/webtrigger/';

/**
 * The preview speaks for any of its people without a password, so it must hear its own page only. A name that another
 * site points at this machine (DNS rebinding) is refused by the Host header, a form or script of another site by Origin.
 */
export async function guardRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const port = request.socket.localPort;
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  const host = request.headers.host ?? '';
  if (!hosts.includes(host)) {
    return refuse(reply, 'The preview answers under localhost and 127.0.0.1 only.');
  }
  if (request.url.startsWith(publicPaths)) return;
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && request.headers.origin !== `http://${host}`) {
    return refuse(reply, 'Only the preview’s own page may do this: the Origin header must be its address.');
  }
}

async function refuse(reply: FastifyReply, message: string): Promise<void> {
  await reply.code(403).send({ error: 'forbidden', message });
}
