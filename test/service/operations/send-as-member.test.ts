import { randomUUID } from 'node:crypto';
import { aDocument } from '../../shared/service/a-document';
import { ask, type Question } from '../../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { runService, site, type TestService } from '../../shared/service/running-service';

const limit = 2;

let forge: ForgeSigner;
let nodes: readonly [TestService, TestService];
/** Sends are counted by the minute: none of them is to end within a test. */
let time: number;

beforeAll(async () => {
  forge = await startForgeSigner();
  const env = {
    ...forge.env,
    ASIDE_RATE_SENDS_ACCOUNT: `${limit}`,
  };
  time = Math.floor(Date.now() / 60_000) * 60_000 + 1_000;
  const now = () => new Date(time);
  const first = await runService({ env, now });
  nodes = [first, await runService({ env, now, store: first.store })];
}, 600_000);

afterAll(async () => {
  await nodes[1].close();
  await nodes[0].close();
  await forge.close();
});

const request = async (node: 0 | 1, who: string, target: string, question: Question) => {
  const [method, path] = target.split(' ');
  const iat = Math.floor(time / 1000);
  return ask(`${method} ${nodes[node].url}/site/${site}/conversation${path}`, {
    token: await forge.sign({ claims: { iat, nbf: iat, exp: iat + 25 } }),
    ...question,
    headers: { 'Aside-Account-Id': who, ...question.headers },
  });
};

async function openGroup(): Promise<string> {
  const made = await request(0, `owner-${randomUUID()}`, 'POST ', { json: { name: 'Group', privacy: 'public' } });
  return (made.body as { id: string }).id;
}

const sendTo = async (node: 0 | 1, who: string, group: string, headers: Record<string, string> = {}) => {
  const answer = await request(node, who, `POST /${group}/message`, { json: aDocument(), headers });
  return [answer.status, answer.headers.get('x-ratelimit-remaining')];
};

test('a send that joins counts once, with a key and without', async () => {
  for (const headers of [{}, { 'Idempotency-Key': 'k' }] as Record<string, string>[]) {
    const [who, group] = [`user-${randomUUID()}`, await openGroup()];
    expect(await sendTo(0, who, group, headers)).toEqual([201, '1']);
    expect(await sendTo(1, who, group)).toEqual([201, '0']);
    expect(await sendTo(1, who, group)).toEqual([429, '0']);
  }
});

test('a send to what is not there counts once, with a key and without', async () => {
  for (const headers of [{}, { 'Idempotency-Key': 'k' }] as Record<string, string>[]) {
    const [who, group] = [`user-${randomUUID()}`, await openGroup()];
    expect((await sendTo(0, who, randomUUID(), headers))[0]).toBe(404);
    expect(await sendTo(1, who, group)).toEqual([201, '0']);
  }
});

test('a send that is over the limit on all nodes together joins nobody', async () => {
  const [who, group, other] = [`user-${randomUUID()}`, await openGroup(), await openGroup()];
  for (let sends = 0; sends < limit; sends += 1) await sendTo(0, who, other);
  expect(await sendTo(1, who, group)).toEqual([429, '0']);
  expect(await nodes[0].store.findConversation(site, group, who)).toMatchObject({ isMember: false });
});
