import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describedOperations } from '../../src/contract/described-operations';
import type { DescribedOperation } from '../../src/contract/operation';
import { ask } from '../shared/service/ask';
import { runService, type TestService } from '../shared/service/running-service';

interface Described {
  operationId: string;
  parameters: { in: string; name: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
  security: Record<string, string[]>[];
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, unknown> };
}

let service: TestService;
let document: Document;

beforeAll(async () => {
  service = await runService();
  document = (await ask(`GET ${service.url}/openapi.json`)).body as Document;
}, 600_000);

afterAll(() => service.close());

const describedAs = (operation: DescribedOperation) => document.paths[operation.path]?.[operation.method.toLowerCase()];
const all = Object.entries<DescribedOperation>(describedOperations);

test('it is an OpenAPI 3.1 document with every operation of the table and no other', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: expect.any(String), version: expect.any(String) },
  });
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(
    all.map(([, { operationId, method, path }]) => `${operationId} ${method} ${path}`).sort(),
  );
});

test.each(all)('%s has its parameters, types of body, replies and scopes', (_, operation) => {
  const described = describedAs(operation);
  const names = (place: string) => described?.parameters.filter((one) => one.in === place).map(({ name }) => name);
  expect(names('path')).toEqual(Object.keys(operation.params.properties));
  expect(names('query')).toEqual(Object.keys(operation.query.properties));
  expect(names('header')?.includes('Idempotency-Key')).toBe(operation.idempotent ?? false);
  expect(Object.keys(described?.requestBody?.content ?? {})).toEqual(Object.keys(operation.body ?? {}));
  expect(Object.keys(described?.responses ?? {})).toEqual(
    expect.arrayContaining([String(operation.status), '400', '401', '403', '503']),
  );
  expect(described?.security.flatMap((one) => one['oauth'] ?? [])).toEqual(operation.scopes);
});

test('each path has the parameters that it names, all of them required', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(methods)) {
      const required = parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
      expect(required.sort()).toEqual([...named].sort());
    }
  }
});

test('every refusal has the one shape, and every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(new Set(references)).toEqual(new Set(Object.keys(document.components.schemas)));
  for (const [, operation] of all) {
    for (const [status, { content }] of Object.entries(describedAs(operation)?.responses ?? {})) {
      if (Number(status) >= 400) {
        expect(content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/ErrorBody' });
      }
    }
  }
});

test('both ways to prove who asks are described', () => {
  expect(document.components.securitySchemes).toMatchObject({
    oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token' } } },
    forgeInvocationToken: { type: 'http', scheme: 'bearer' },
  });
});

test('a public linter finds nothing to say against it', async () => {
  const linter = spawn(process.execPath, [join(__dirname, 'programs/lint-openapi.mjs')], { timeout: 60_000 });
  linter.stdin.end(JSON.stringify(document));
  const [found, complaints] = await Promise.all([text(linter.stdout), text(linter.stderr)]);
  expect([complaints, JSON.parse(found)]).toEqual(['', []]);
}, 600_000);

test('every operation tells how it is limited', () => {
  for (const [, operation] of all) expect(Object.keys(describedAs(operation)?.responses ?? {})).toContain('429');
});

test('where a block can refuse, and nowhere else, it is among the refusals', () => {
  const refusing = all.filter(([, operation]) =>
    describedAs(operation)?.responses['403']?.description.split(', ').includes('blocked'),
  );
  expect(refusing.map(([id]) => id)).toEqual([
    ...['openDirectConversation', 'sendDirectMessage', 'editDirectMessage', 'giveDirectReaction', 'giveReaction'],
    ...['sendMessage', 'editMessage', 'askQuestion'],
  ]);
});
