import { publish, publishGlobal, signRealtimeToken } from '@forge/realtime';
import { decodeJwt } from 'jose';
import { openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';

describe('realtime of the preview, under the real @forge/realtime', () => {
  const { folder, remove } = temporaryFolder();
  let test: TestPlatform;
  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick'], now: Date.now() });
    test = await openTestPlatform({ folder });
    jest.setSystemTime(test.clock.now());
  });
  afterEach(async () => {
    jest.useRealTimers();
    await test.close();
  });
  afterAll(remove);

  const sign = (accountId: string, permissions: ['subscribe'] | ['publish'], channel = 'aside') =>
    test.inFunction(async () => String((await signRealtimeToken(channel, { accountId }, permissions)).token));
  /** What a stream with this token hears. */
  const listen = async (token: string | null, isGlobal = true, place: string | null = null) => {
    const read = token === null ? undefined : await test.platform.realtime.tokens.read(token, 'aside', 'subscribe');
    if (read === null) return null;
    const heard: string[] = [];
    test.platform.realtime.hub.subscribe({ channel: 'aside', isGlobal, claims: read?.claims, place }, (event) =>
      heard.push(event),
    );
    return heard;
  };

  it('signs a token for a channel, with claims, permissions and fifteen minutes', async () => {
    const signed = await test.inFunction(() => signRealtimeToken('aside', { accountId: 'bob' }, ['subscribe']));
    expect(signed.expiresAt).toBe(test.clock.now() / 1_000 + 900);
    expect(decodeJwt(String(signed.token))).toMatchObject({
      channel: { name: 'aside' },
      claims: { accountId: 'bob' },
      permissions: ['subscribe'],
      exp: signed.expiresAt,
    });
  });

  it('brings an event to who listens with the same claims, and to nobody else', async () => {
    const [bob, carla, nobody] = [
      await listen(await sign('bob', ['subscribe'])),
      await listen(await sign('carla', ['subscribe'])),
      await listen(null),
    ];
    const token = await sign('bob', ['publish']);
    const published = await test.inFunction(() => publishGlobal('aside', { conversationId: 'c1' }, { token }));
    expect(published).toEqual({ eventId: expect.any(String), eventTimestamp: expect.any(String) });
    expect([bob, carla, nobody]).toEqual([['{"conversationId":"c1"}'], [], []]);
    await test.inFunction(() => publishGlobal('aside', { open: true }));
    expect([bob, carla, nobody]).toEqual([['{"conversationId":"c1"}'], [], ['{"open":true}']]);
  });

  it('tells who comes later what was said within the seconds that they ask for, to their claims alone', async () => {
    const token = await sign('bob', ['publish']);
    const say = (n: number) => test.inFunction(() => publishGlobal('aside', { n }, { token }));
    const heardBy = async (accountId: string, replayMs: number) => {
      const claims = (
        await test.platform.realtime.tokens.read(await sign(accountId, ['subscribe']), 'aside', 'subscribe')
      )?.claims;
      const heard: string[] = [];
      const at = { channel: 'aside', isGlobal: true, claims, place: null };
      test.platform.realtime.hub.subscribe(at, (event) => heard.push(event), replayMs)();
      return heard;
    };
    await say(1);
    await test.advance(20_000);
    await say(2);
    await test.advance(5_000);
    expect(await heardBy('bob', 10_000)).toEqual(['{"n":2}']);
    expect(await heardBy('bob', 30_000)).toEqual(['{"n":1}', '{"n":2}']);
    expect([await heardBy('bob', 0), await heardBy('carla', 30_000)]).toEqual([[], []]);
  });

  it('listens with no token that may not listen, is of another channel, was changed, or is too old', async () => {
    const token = await sign('bob', ['subscribe']);
    expect(await listen(await sign('bob', ['publish']))).toBeNull();
    expect(await listen(await sign('bob', ['subscribe'], 'other'))).toBeNull();
    const [head, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ channel: { name: 'aside' }, claims: { accountId: 'alice' } }));
    expect(await listen(`${head}.${forged.toString('base64url')}.${signature}`)).toBeNull();
    expect(await listen(token)).not.toBeNull();
    await test.advance(15 * 60_000);
    expect(await listen(token)).toBeNull();
  });

  it('publishes with no token that was made up', async () => {
    const token = await sign('bob', ['publish']);
    const [head, body] = token.split('.');
    const forged = `${head}.${body}.${Buffer.from('no signature').toString('base64url')}`;
    expect(await test.inFunction(() => publishGlobal('aside', {}, { token: forged }))).toMatchObject({
      eventId: null,
      errors: [{ message: 'INVALID_TOKEN' }],
    });
  });

  it('keeps a channel that is not global to one module and issue, and offers none to the background', async () => {
    const here = await listen(null, false, 'panel/10101');
    const elsewhere = await listen(null, false, 'panel/10102');
    await test.inFunction(() => publish('aside', { here: true }), { issueId: '10101' });
    expect([here, elsewhere]).toEqual([['{"here":true}'], []]);
    expect(await test.inFunction(() => publish('aside', {}), { handle: 'nobody' })).toMatchObject({ eventId: null });
    expect(await test.inFunction(() => publishGlobal('aside', {}), { handle: 'nobody' })).not.toHaveProperty('errors');
  });

  it('allows fifty operations a second', async () => {
    const many = await test.inFunction(() => Promise.all(Array.from({ length: 51 }, () => publishGlobal('aside', {}))));
    expect(many.filter(({ errors }) => errors !== undefined)).toEqual([
      { eventId: null, eventTimestamp: null, errors: [{ message: 'RATE_LIMIT_EXCEEDED', status: 429 }] },
    ]);
    await test.advance(1_000);
    expect(await test.inFunction(() => publishGlobal('aside', {}))).not.toHaveProperty('errors');
  });
});
