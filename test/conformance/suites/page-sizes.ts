import { randomInt } from 'node:crypto';
import type { Conversation, Message, MessageList } from '../../../src/contract/resources';
import { aDocument } from '../../shared/service/a-document';
import { ask } from '../../shared/service/ask';
import type { TestClients } from '../test-clients';
import { openGroup, refusal } from './open-group';

const mostBytes = 1_048_576;
/** As long as the limit of a document allows, nearly. */
const longText = 'x'.repeat(65_000);

function bytesOf(messages: readonly Message[]): number {
  return messages.reduce(
    (sum, { body, text }) => sum + Buffer.byteLength(JSON.stringify(body)) + Buffer.byteLength(text),
    0,
  );
}

/** Every answer with messages ends by its bytes, and goes on. */
export function describePageSizes(open: () => TestClients) {
  const issue = { id: String(randomInt(1_000_000, 1_000_000_000)), key: 'WEB-1' };
  const count = 20;
  let group: string;
  let ids: string[];

  beforeAll(async () => {
    group = await openGroup(open(), { name: 'Long' });
    ids = [];
    for (let n = 0; n < count; n += 1) {
      const json = { body: aDocument(`${longText} ${issue.id}`), issue };
      const { body } = await ask(`POST ${group}/message`, open().alice.asks({ json }));
      ids.push((body as { id: string }).id);
    }
  }, 60_000);

  const get = async <Body>(target: string) => {
    const { status, body } = await ask(`GET ${target}`, open().alice.asks());
    expect(status).toBe(200);
    return body as Body;
  };
  const expectFull = (messages: readonly Message[]) => {
    expect(messages.length).toBeLessThan(count);
    expect(bytesOf(messages)).toBeLessThanOrEqual(mostBytes);
    expect(bytesOf(messages)).toBeGreaterThan(mostBytes / 2);
  };

  describe('a page ends by its bytes', () => {
    test.each([
      ['message', 'before', 'beforeMessage'],
      ['message/recent', 'before', 'beforeMessage'],
      ['message?afterTimestamp=2020-01-01T00:00:00Z', 'after', 'afterMessage'],
    ] as const)('GET …/%s, and by its `%s` everything is read, once', async (first, way, parameter) => {
      const pages: MessageList[] = [await get(`${group}/${first}`)];
      for (let next = pages[0]?.[way]; next; next = pages.at(-1)?.[way]) {
        pages.push(await get(`${group}/message?${parameter}=${next}`));
      }
      expectFull(pages[0]?.values ?? []);
      const inOrder = way === 'before' ? pages.reverse() : pages;
      expect(inOrder.flatMap(({ values }) => values.map(({ id }) => id))).toEqual(ids);
    });

    test('GET …/message/{messageId}/context grows outward', async () => {
      const list = await get<MessageList>(`${group}/message/${ids[10]}/context?before=75&after=75`);
      expectFull(list.values);
      expect([list.before, list.after]).toEqual([list.values[0]?.id, list.values.at(-1)?.id]);
      const sides = [list.values.findIndex(({ id }) => id === ids[10]), list.values.length - 1];
      expect(Math.abs((sides[0] ?? 0) * 2 - (sides[1] ?? 0))).toBeLessThanOrEqual(1);
    });

    test('a search, and by its cursor everything is found, once', async () => {
      const target = `${open().base}/site/${open().site}/message?query=${issue.id}`;
      const found: string[] = [];
      let cursor = '';
      do {
        const page: { values: Message[]; cursor: string; size: number } = await get(`${target}&cursor=${cursor}`);
        expect(bytesOf(page.values)).toBeLessThanOrEqual(mostBytes);
        expect(page.size).toBe(page.values.length);
        found.push(...page.values.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== '');
      expect(found).toEqual([...ids].reverse());
    });

    test('the list of conversations shortens the messages of each, and says where they go on', async () => {
      const target = `${open().conversations}?issue=${issue.id}&expand=activity,messages&order=activity`;
      const { values } = await get<{ values: Conversation[] }>(target);
      const [{ lastMessage, messages } = {}] = values;
      if (!messages || !lastMessage) throw new Error('The conversation comes with its messages.');
      expectFull([lastMessage, ...messages.values]);
      expect(messages.before).toBe(messages.values[0]?.id);
      expect(messages.values.at(-1)?.id).toBe(ids.at(-1));
    });

    test('with messages, a list has 25 conversations where nothing is said, and more are refused', async () => {
      const target = `${open().conversations}?issue=${issue.id}`;
      expect(await get(`${target}&expand=messages`)).toMatchObject({ limit: 25 });
      expect(await get(`${target}&expand=activity,messages&limit=25`)).toMatchObject({ limit: 25 });
      expect(await get(`${target}&expand=activity`)).toMatchObject({ limit: 75 });
      for (const limit of [26, 75]) {
        const answer = await ask(`GET ${target}&expand=messages&limit=${limit}`, open().alice.asks());
        expect([answer.status, answer.body]).toEqual([400, refusal('invalid_request', 'query.limit')]);
      }
    });
  });
}
