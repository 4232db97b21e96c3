import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Built } from '../bundle/build-once';
import { drawAvatar } from '../demo/draw-avatar';
import { people } from '../demo/people';
import { pagePrefixes } from '../wire/wire';
import { hostPage, logo } from './pages';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The page under each of Jira's paths that it knows, and what the page loads. */
export function registerHost(server: FastifyInstance, files: Built): void {
  for (const path of ['/', '/browse/:issueKey', ...pagePrefixes.map((prefix) => `${prefix}*`)]) {
    server.get(path, async (_request, reply) => reply.type('text/html; charset=utf-8').send(hostPage));
  }
  for (const [name, content] of files) {
    const type = types[extname(name)] ?? 'application/octet-stream';
    server.get(`/assets/${name}`, async (_request, reply) => reply.type(type).send(content));
  }
  for (const person of people) {
    server.get(person.avatarUrl, async (_request, reply) => reply.type('image/svg+xml').send(drawAvatar(person)));
  }
  server.get('/logo.svg', async (_request, reply) => reply.type('image/svg+xml').send(logo));
}
