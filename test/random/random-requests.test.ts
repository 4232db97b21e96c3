import { describedOperations } from '../../src/contract/described-operations';
import type { ErrorBody } from '../../src/contract/error-body';
import { errorStatus } from '../../src/contract/errors';
import type { DescribedOperation } from '../../src/contract/operation';
import fc from '../shared/random/fast-check';
import { ask } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';
import { random } from './parameters';
import { type KnownValues, randomRequest } from './random-request';

// Limits are off. test/random/parameters.ts has the long form.
const count = random.requests;
const table: readonly (readonly [string, DescribedOperation])[] = Object.entries(describedOperations);

describe('requests made at random from the schemas, valid and broken', () => {
  let signer: ForgeSigner;
  let service: TestService;
  let known: KnownValues;
  const answered = new Map<number, number>();

  beforeAll(async () => {
    signer = await startForgeSigner();
    const env = signer.env;
    service = await runService({ env });
    const headers = { Authorization: `Bearer ${await signer.sign()}`, 'Aside-Account-Id': '557058:alice' };
    const at = `${service.url}/site/${site}/conversation`;
    const create = async (target: `${string} ${string}`, json: unknown) =>
      (await ask(target, { headers, json })).body as { id: string };
    const group = await create(`POST ${at}`, { name: 'Group', privacy: 'public' });
    const sent = await create(`POST ${at}/user/557058:bob/message`, { version: 1, type: 'doc', content: [] });
    const direct = (await ask(`GET ${at}/user/557058:bob`, { headers })).body as { id: string };
    known = {
      cloudId: [site],
      userId: ['557058:bob', '557058:carla', 'client:x'],
      id: ['557058:bob', '557058:carla'],
      conversationId: [group.id, direct.id],
      messageId: [sent.id],
      afterMessage: [sent.id],
      beforeMessage: [sent.id],
    };
  }, 120_000);

  afterAll(async () => {
    console.log(
      `${count} requests, seed ${random.seed}, answered by`,
      Object.fromEntries([...answered].sort(([a], [b]) => a - b)),
    );
    await service?.close();
    await signer?.close();
  }, 60_000);

  it.each(table)(
    '%s never fails, never hangs, and refuses in the one shape',
    async (_, operation) => {
      // A token of a function lasts 25 s: each run brings a fresh one.
      const callers = ['557058:alice', '557058:bob', '557058:nobody', null];
      await fc.assert(
        fc.asyncProperty(randomRequest(operation, known), fc.constantFrom(...callers), async (request, caller) => {
          const { status, body } = await ask(`${request.method} ${service.url}${request.path}`, {
            headers: {
              ...request.headers,
              Authorization: `Bearer ${await signer.sign()}`,
              ...(caller === null ? {} : { 'Aside-Account-Id': caller }),
            },
            ...(request.body === undefined ? {} : { raw: request.body }),
          });
          answered.set(status, (answered.get(status) ?? 0) + 1);
          expect(status).toBeLessThan(500);
          if (status < 400) return;
          const refusal = body as Record<string, unknown>;
          expect(Object.entries(errorStatus)).toContainEqual([refusal['error'], status]);
          expect(refusal).toMatchObject({
            statusCode: status,
            code: status,
            message: expect.any(String),
            requestId: expect.any(String),
          });
          // What the service refuses as wrong, it names: which field, and what it has to be.
          if (status !== 400) return;
          const { details = [] } = refusal as Partial<ErrorBody>;
          expect(details).not.toEqual([]);
          for (const { field, rule } of details) {
            expect(field).toMatch(/^(path|query|header|body|request)\b/);
            expect(rule).toMatch(/^(must|is|may) ./);
          }
        }),
        { numRuns: Math.ceil(count / table.length), seed: random.seed },
      );
    },
    3_600_000,
  );

  it('answered a fair part of them with success', () => {
    const good = [...answered].filter(([status]) => status < 300).reduce((sum, [, n]) => sum + n, 0);
    expect(good).toBeGreaterThan(count / 10);
  });
});
