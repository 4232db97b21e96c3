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
    ...['two\nlines', 'a\u0007bell', 'a\u2028line', 'turned \u202e round'].map(
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
    for (const json of [{ quiet: hours }, { away: leave }]) {
      const { status, body } = await put(json);
      expect([status, body]).toMatchObject([403, { error: 'forbidden' }]);
    }
    expect((await put({ quiet: null, away: null })).status).toBe(200);
  });
});
