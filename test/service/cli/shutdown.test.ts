import { setTimeout as wait } from 'node:timers/promises';
import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { ownTimeOf } from '../../shared/time/own-time';
import { useCommandLine } from './use-command-line';

jest.setTimeout(600_000);

const site = '11111111-1111-4111-8111-111111111111';
const people = Array.from({ length: 20 }, (_, n) => `person-${n}`);

describe('a service that is told to end under load', () => {
  const cli = useCommandLine('made', { ASIDE_RATE_SENDS_CLIENT: '0', ASIDE_RATE_READS: '0' });

  async function serve() {
    const { child, url } = await cli.serve();
    return { child, messagesWith: (name: string) => `${url}/site/${site}/conversation/user/${name}/message`, url };
  }

  async function readAll(messages: string, token: string): Promise<string[]> {
    const ids: string[] = [];
    for (let path: string | null = messages; path !== null; ) {
      const { body } = await ask(`GET ${path}`, { token });
      const page = body as { values: { id: string }[]; before: string | null };
      ids.push(...page.values.map(({ id }) => id));
      path = page.before === null ? null : `${messages}?beforeMessage=${page.before}`;
    }
    return ids;
  }

  test('answers all that it took and ends in order; what it answered is there, once, and nothing else', async () => {
    const first = await serve();
    const { stdout } = await cli.run([
      ...['client', 'create', '--name', 'Load', '--site', site],
      ...['--scope', 'participate:conversation'],
    ]);
    const { client_id: id, client_secret: secret } = JSON.parse(stdout);
    const token = await fetchToken(first.url, { id, secret });

    const acknowledged: string[] = [];
    const unanswered: unknown[] = [];
    const write = async (name: string) => {
      for (;;) {
        const sent = ask(`POST ${first.messagesWith(name)}`, { token, json: aDocument() });
        const answer = await sent.catch((error: unknown) => {
          unanswered.push(Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'code'));
        });
        if (!answer) return;
        expect(answer.status).toBe(201);
        acknowledged.push((answer.body as { id: string }).id);
      }
    };
    const writing = Promise.all(people.map(write));
    while (acknowledged.length < 200) await wait(20);
    const took = await ownTimeOf(async () => {
      first.child.kill('SIGTERM');
      await writing;
      expect((await first.child.ended).code).toBe(0);
    });
    expect(took).toBeLessThan(9_000);
    // A connection was not taken any more, or ended before the request on it was read: nobody waits in vain.
    for (const code of unanswered) expect(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']).toContain(code);

    const second = await serve();
    const kept = await Promise.all(people.map((name) => readAll(second.messagesWith(name), token)));
    expect(kept.flat().sort()).toEqual(acknowledged.sort());
  });
});
