import type { ApiFetch, ApiRequest } from '../../../src/app/client/api-fetch';
import { createConversationClient } from '../../../src/app/client/conversation-client';
import { operations } from '../../../src/contract/operations';

const site = '11111111-1111-4111-8111-11111111aaaa';

function clientOf(answer: () => Response | Promise<Response>, timeout?: number) {
  const asked: [string, ApiRequest][] = [];
  const fetch: ApiFetch = async (path, request) => {
    asked.push([path, request]);
    return answer();
  };
  return { asked, client: createConversationClient({ fetch, ...(timeout === undefined ? {} : { timeout }) }) };
}

test('it has one method for each operation of the contract, and no other', () => {
  const { client } = clientOf(() => new Response());
  expect(Object.keys(client).sort()).toEqual(Object.keys(operations).sort());
});

test('it encodes what it puts into a path and repeats a list in the query', async () => {
  const { client, asked } = clientOf(() => Response.json({ values: [] }));
  await client.listConversations({
    params: { cloudId: 'a/b?c' },
    query: { user: ['557058:b0b', 'x&y'], limit: 5, 'exclude-direct': false },
  });
  expect(asked[0]?.[0]).toBe('/site/a%2Fb%3Fc/conversation?user=557058%3Ab0b&user=x%26y&limit=5&exclude-direct=false');
});

test.each(['', '.', '..'])('it refuses a path parameter that leads elsewhere: "%s"', async (cloudId) => {
  const { client, asked } = clientOf(() => Response.json({}));
  await expect(client.listConversations({ params: { cloudId } })).rejects.toThrow(RangeError);
  expect(asked).toEqual([]);
});

test('it sends a body as JSON under its key', async () => {
  const { client, asked } = clientOf(() => Response.json({ id: 'm' }, { status: 201 }));
  const body = { body: { version: 1, type: 'doc', content: [] } } as const;
  await client.sendDirectMessage({ params: { cloudId: site, userId: 'u' }, body, key: 'k-1' });
  expect(asked[0]?.[1]).toEqual({
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': 'k-1' },
    body: JSON.stringify(body),
  });
});

test('it answers nothing for an empty success', async () => {
  const { client } = clientOf(() => new Response(null, { status: 204 }));
  const params = { cloudId: site, userId: 'u', messageId: 'm' };
  await expect(client.deleteDirectMessage({ params })).resolves.toBeUndefined();
});

test("a refusal carries the service's word, status, request and when to come back", async () => {
  const body = { statusCode: 429, error: 'rate_limited', message: 'Slow down', requestId: 'r-9' };
  const { client } = clientOf(() => Response.json(body, { status: 429, headers: { 'Retry-After': '12' } }));
  await expect(client.listSites({ params: {} })).rejects.toMatchObject({
    name: 'ApiError',
    error: 'rate_limited',
    message: 'Slow down',
    status: 429,
    requestId: 'r-9',
    retryAfter: 12,
  });
});

test('a word that the contract does not know counts by its status only', async () => {
  const { client } = clientOf(() => Response.json({ error: 'toString' }, { status: 403 }));
  await expect(client.listSites({ params: {} })).rejects.toMatchObject({ error: 'forbidden' });
});

test('a success of another status than the contract says is not of the service', async () => {
  const { client } = clientOf(() => Response.json({ id: 'm' }, { status: 202 }));
  await expect(client.listSites({ params: {} })).rejects.toMatchObject({ error: 'not_the_service', status: 202 });
});

test('no call takes longer than it may', async () => {
  const { client } = clientOf(() => new Promise(() => undefined), 20);
  await expect(client.listSites({ params: {} })).rejects.toMatchObject({ error: 'unreachable', status: null });
});

test('an answer that breaks off is no answer', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  const { client } = clientOf(() => new Response(broken));
  await expect(client.listSites({ params: {} })).rejects.toMatchObject({ error: 'unreachable' });
});

test("the platform's wish for consent is not an error of the service", async () => {
  const wish = Object.assign(new Error('Authentication Required'), { name: 'NEEDS_AUTHENTICATION_ERR' });
  const { client } = clientOf(() => Promise.reject(wish));
  await expect(client.listSites({ params: {} })).rejects.toBe(wish);
});
