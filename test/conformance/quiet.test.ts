import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';

let forge: ForgeSigner;
let service: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({ env: forge.env });
}, 600_000);

afterAll(async () => {
  await service.close();
  await forge.close();
});

/** Asks as a person; as the app itself without one. `target` is a method and a path below the site. */
async function as(person: string | null, target: `${string} ${string}`, json?: unknown) {
  const [method, path] = target.split(' ');
  const headers: Record<string, string> = person === null ? {} : { 'Aside-Account-Id': person };
  const question = { token: await forge.sign(), headers, ...(json !== undefined && { json }) };
  return ask(`${method} ${service.url}/site/${site}${path}`, question);
}
const refusal = (field: string) =>
  expect.objectContaining({
    error: 'invalid_request',
    details: [{ field, rule: expect.stringMatching(/^(must|is) /) }],
  });

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const hours = { zone: 'Europe/Berlin', days: [5, 1], from: '22:00', until: '07:30' };
const leave = { from: inHours(-1), until: inHours(48), word: 'On an island', substitute: 'sue' };

describe('quiet hours and a time away', () => {
  test('are kept as they were put, apart from each other and from all else, until null takes them away', async () => {
    const put = await as('una', 'PUT /preference', { quiet: hours, away: { ...leave, word: ' On an island ' } });
    const quiet = { ...hours, days: [1, 5] };
    expect([put.status, put.body]).toMatchObject([200, { receipts: true, quiet, away: leave }]);
    await as('una', 'PUT /preference', { receipts: false });
    await as('una', 'PUT /preference', { away: null });
    expect((await as('una', 'GET /preference')).body).toMatchObject({ receipts: false, quiet, away: null });
    await as('una', 'PUT /preference', { quiet: null, away: { ...leave, word: '', substitute: null } });
    expect((await as('una', 'GET /preference')).body).toMatchObject({
      ...{ receipts: false, quiet: null, away: { ...leave, word: '', substitute: null } },
    });
    expect((await as('uli', 'GET /preference')).body).toMatchObject({ quiet: null, away: null });
  });

  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', 'Asia/Calcutta', 'europe/berlin'])(
    '%s is a zone, and stays as it was written',
    async (zone) => {
      expect((await as('zoe', 'PUT /preference', { quiet: { ...hours, zone } })).body).toMatchObject({
        quiet: { zone },
      });
    },
  );

  test('a time away that is over may be sent back as it was read', async () => {
    const past = { ...leave, from: inHours(-48), until: inHours(-24) };
    expect((await as('una', 'PUT /preference', { away: past })).status).toBe(200);
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ...[
      '+02:00',
      '+02',
      'GMT+2',
      'Europe/Nowhere',
      'Berlin',
      '',
      ' UTC',
      'UTC\n',
      'Europe/Berlin\u0000',
      'x'.repeat(200),
    ].map(
      (zone) =>
        [`the zone ${JSON.stringify(zone).slice(0, 20)}`, { quiet: { ...hours, zone } }, 'body/quiet/zone'] as const,
    ),
    ['no days', { quiet: { ...hours, days: [] } }, 'body/quiet/days'],
    ['a day twice', { quiet: { ...hours, days: [1, 1] } }, 'body/quiet/days'],
    ['days without an end', { quiet: { ...hours, days: Array.from({ length: 100_000 }, () => 1) } }, 'body/quiet/days'],
    ['an eighth day', { quiet: { ...hours, days: [8] } }, 'body/quiet/days/0'],
    ['a half day', { quiet: { ...hours, days: [1.5] } }, 'body/quiet/days/0'],
    ...['24:00', '7:30', '07:60', '07:30:00', '0730', '٠٧:٣٠'].map(
      (from) => [`the time ${from}`, { quiet: { ...hours, from } }, 'body/quiet/from'] as const,
    ),
    ['hours without an end', { quiet: { ...hours, until: undefined } }, 'body/quiet/until'],
    ['hours with more', { quiet: { ...hours, and: 1 } }, 'body/quiet/and'],
    ['a word for hours', { quiet: 'always' }, 'body/quiet'],
    ['an end before the beginning', { away: { ...leave, until: leave.from } }, 'body/away/until'],
    ['an end in three years', { away: { ...leave, until: inHours(3 * 366 * 24) } }, 'body/away/until'],
    ['a beginning long ago', { away: { ...leave, from: '1970-01-01T00:00:00.000Z' } }, 'body/away/from'],
    ['a beginning in the year 0', { away: { ...leave, from: '0000-01-01T00:00:00.000Z' } }, 'body/away/from'],
    ['a date alone', { away: { ...leave, until: '2026-12-24' } }, 'body/away/until'],
    ['a leap second', { away: { ...leave, until: '2026-12-31T23:59:60.000Z' } }, 'body/away/until'],
    ...['two\nlines', 'a\u0007bell', 'a\u2028line', 'turned \u202e round', 'apart \u2066 from', 'its end \u2069'].map(
      (word) => [`the word ${JSON.stringify(word)}`, { away: { ...leave, word } }, 'body/away/word'] as const,
    ),
    ['281 characters', { away: { ...leave, word: 'a'.repeat(281) } }, 'body/away/word'],
    ['281 characters on one letter', { away: { ...leave, word: `e${'\u0301'.repeat(280)}` } }, 'body/away/word'],
    ['U+0000', { away: { ...leave, word: 'a\u0000' } }, 'body/away/word'],
    ['half of a surrogate pair', { away: { ...leave, word: 'a\ud800' } }, 'body/away/word'],
    ['no word', { away: { ...leave, word: null } }, 'body/away/word'],
    ['oneself as the substitute', { away: { ...leave, substitute: 'una' } }, 'body/away/substitute'],
    ['nobody as the substitute', { away: { ...leave, substitute: 'unidentified' } }, 'body/away/substitute'],
    ['a client as the substitute', { away: { ...leave, substitute: 'client:1' } }, 'body/away/substitute'],
    ['a name as the substitute', { away: { ...leave, substitute: 'Sue Ann' } }, 'body/away/substitute'],
    [
      'a time away without a word',
      { away: { from: leave.from, until: leave.until, substitute: null } },
      'body/away/word',
    ],
    ['text for yes', { enterSends: 'yes' }, 'body/enterSends'],
  ];
  test.each(wrong)('%s is 400, named by its field, and changes nothing', async (_, json, field) => {
    await as('una', 'PUT /preference', { quiet: hours, away: leave, enterSends: false });
    const before = await as('una', 'GET /preference');
    const { status, body } = await as('una', 'PUT /preference', { receipts: false, ...(json as object) });
    expect([status, body]).toEqual([400, refusal(field)]);
    expect((await as('una', 'GET /preference')).body).toEqual(before.body);
  });

  test('280 characters are a word, whatever each of them takes', async () => {
    const word = '🏝'.repeat(280);
    expect((await as('una', 'PUT /preference', { away: { ...leave, word } })).body).toMatchObject({ away: { word } });
  });

  test('are people’s: a client has neither', async () => {
    const client = await service.addClient();
    const token = await fetchToken(service.url, client);
    const put = (json: unknown) => ask(`PUT ${service.url}/site/${site}/preference`, { token, json });
    for (const json of [{ quiet: hours }, { away: leave }, { quiet: null }, { away: null }]) {
      const { status, body } = await put(json);
      expect([status, body]).toMatchObject([403, { error: 'forbidden' }]);
    }
    expect((await put({ receipts: true })).status).toBe(200);
  });
});

const send = (from: string, to: string) =>
  as(from, `POST /conversation/user/${to}/message`, { body: aDocument('Hello') });

describe('GET /site/{cloudId}/away', () => {
  const ask = async (person: string, ...ids: string[]) =>
    as(person, `GET /away?${ids.map((id) => `user=${id}`).join('&')}`);

  test('tells who of them is away, until when, with which word and whom to turn to', async () => {
    await as('amy', 'PUT /preference', { away: leave });
    await as('abe', 'PUT /preference', { away: { ...leave, word: '', substitute: null } });
    await as('ada', 'PUT /preference', { away: { ...leave, from: inHours(1) }, quiet: hours });
    const { status, body } = await ask('eve', 'amy', 'abe', 'ada', 'nobody', 'amy');
    const abe = { user: { id: 'abe' }, until: leave.until, word: '', substitute: null };
    const amy = { user: { id: 'amy' }, until: leave.until, word: leave.word, substitute: { id: 'sue' } };
    expect([status, body]).toEqual([200, { values: [abe, amy] }]);
    await as('abe', 'PUT /preference', { away: null });
    expect((await ask('eve', 'abe')).body).toEqual({ values: [] });
  });

  test('tells nobody of who has blocked them', async () => {
    await as('ari', 'PUT /preference', { away: leave });
    await as('ari', 'PUT /block/eve');
    expect((await ask('eve', 'ari')).body).toEqual({ values: [] });
    expect((await ask('eli', 'ari')).body).toMatchObject({ values: [{ user: { id: 'ari' } }] });
    await as('ari', 'DELETE /block/eve');
    expect((await ask('eve', 'ari')).body).toMatchObject({ values: [{ user: { id: 'ari' } }] });
  });

  test('is about 25 people at most, and about one at least', async () => {
    const people = Array.from({ length: 26 }, (_, n) => `p${n}`);
    expect((await ask('eve', ...people.slice(1))).status).toBe(200);
    expect((await ask('eve', ...people)).body).toEqual(refusal('query.user'));
    expect((await as('eve', 'GET /away')).body).toEqual(refusal('query.user'));
    expect((await ask('eve', 'a%20b')).status).toBe(400);
  });
});

describe('what is unread to who is told of nothing now', () => {
  const unread = async (query: string) => (await as(null, `GET /unread?${query}`)).body as { values: object[] };

  test('says until when, in each list, and of nobody else', async () => {
    await as('hal', 'PUT /preference', { away: leave });
    await send('gus', 'hal');
    await send('gus', 'hub');
    const [hal, hub] = [await unread('user=hal'), await unread('user=hub')];
    expect(hal.values).toMatchObject([{ user: { id: 'hal' }, heldUntil: leave.until }]);
    expect(hub.values).toMatchObject([{ user: { id: 'hub' } }]);
    expect(hub.values[0]).not.toHaveProperty('heldUntil');
    const mention = { type: 'mention', attrs: { id: 'hal', text: '@Hal' } };
    const body = { ...aDocument(), content: [{ type: 'paragraph', content: [mention] }] };
    await as('gus', 'POST /conversation/user/hal/message', { body });
    expect((await unread('mentions=true&user=hal')).values).toMatchObject([{ mention: true, heldUntil: leave.until }]);
    expect((await unread('mentions=true&user=gus')).values).toEqual([]);
    await as('hal', 'PUT /preference', { away: null });
    expect((await unread('user=hal')).values[0]).not.toHaveProperty('heldUntil');
  });

  test('of one person is in pages of its own', async () => {
    for (const from of ['jan', 'jim', 'joe']) await send(from, 'kim');
    const first = (await as(null, 'GET /unread?user=kim&limit=2')).body as { cursor: string; size: number };
    expect(first).toMatchObject({ size: 2 });
    const on = `limit=2&cursor=${encodeURIComponent(first.cursor)}`;
    expect((await as(null, `GET /unread?user=kim&${on}`)).body).toMatchObject({ size: 1, cursor: '' });
    for (const other of ['', 'user=kai&']) {
      expect((await as(null, `GET /unread?${other}${on}`)).body).toEqual(refusal('query.cursor'));
    }
    expect((await as(null, 'GET /unread?user=')).status).toBe(400);
  });
});

describe('GET /site/{cloudId}/hold', () => {
  /** Of the last minutes, and of a minute to come: an end is listed a minute after it. */
  const span = () => `since=${inHours(-0.1)}&until=${inHours(0.1)}`;
  type Page = { values: { user: { id: string }; from: string; until: string }[]; cursor: string; size: number };
  const list = async (query: string) => (await as(null, `GET /hold?${query}`)).body as Page;

  test('lists whose hold ended as they came back or dropped their hours, and nobody whose goes on', async () => {
    const now = new Date();
    const around = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' };
    for (const id of ['lea', 'leo', 'lin']) await as(id, 'PUT /preference', { away: leave });
    await as('liz', 'PUT /preference', { quiet: around });
    await as('leo', 'PUT /preference', { away: null });
    await as('liz', 'PUT /preference', { quiet: null });
    await as('lin', 'PUT /preference', { away: null, quiet: around });
    const { values } = await list(span());
    const ours = values.filter(({ user }) => user.id.startsWith('l'));
    expect(ours.map(({ user }) => user.id)).toEqual(['leo', 'liz']);
    for (const { from, until } of ours) {
      expect([from >= now.toISOString(), until >= from, until <= new Date().toISOString()]).toEqual([true, true, true]);
    }
    expect((await list(`since=${inHours(0.1)}&until=${inHours(0.2)}`)).values).toEqual([]);
  });

  test('lists nothing of what is still to come, whatever the clock of who asks', async () => {
    await as('mo', 'PUT /preference', { away: { ...leave, from: inHours(-2), until: inHours(1) } });
    for (const until of [inHours(6), '9999-12-31T23:59:59.999-23:59']) {
      const { values } = await list(`since=${inHours(-0.1)}&until=${encodeURIComponent(until)}&limit=75`);
      expect(values.filter(({ user }) => user.id === 'mo')).toEqual([]);
    }
  });

  test('comes in pages, by account id', async () => {
    for (const id of ['m3', 'm1', 'm2']) {
      await as(id, 'PUT /preference', { away: leave });
      await as(id, 'PUT /preference', { away: null });
    }
    const query = span();
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(`${query}&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      ids.push(...page.values.map(({ user }) => user.id));
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(['m1', 'm2', 'm3']));
    const { cursor } = await list(`${query}&limit=1`);
    const other = await as(null, `GET /hold?${span()}&limit=1&cursor=${encodeURIComponent(cursor)}`);
    expect(other.body).toEqual(refusal('query.cursor'));
  });

  test('needs both times, in ISO 8601', async () => {
    expect((await as(null, `GET /hold?since=${inHours(0)}`)).body).toEqual(refusal('query.until'));
    const leap = '2026-12-31T23:59:60.000Z';
    expect((await as(null, `GET /hold?since=${inHours(0)}&until=${leap}`)).body).toEqual(refusal('query.until'));
  });
});
