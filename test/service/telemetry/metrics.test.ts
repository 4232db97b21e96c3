import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { runService, site, type TestService } from '../../shared/service/running-service';
import { eventually } from '../../shared/time/eventually';

const account = '557058:alice-account';
/** One moment: reads are limited by the minute. */
const began = new Date();
let service: TestService;
let url: string;

beforeAll(async () => {
  service = await runService({ now: () => began, env: { ASIDE_METRICS_PORT: '0', ASIDE_RATE_READS: '3' } });
  url = service.metricsUrl ?? '';
}, 600_000);

afterAll(() => service.close());

/** The value of one line, e.g. `aside_limited_total{kind="reads"}`; null where there is none. */
async function read(line: string): Promise<number | null> {
  const text = String((await ask(`GET ${url}`)).body);
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length));
}

test('what happens is counted: requests by route, commits, limits and looks for tokens', async () => {
  const token = await fetchToken(service.url, await service.addClient());
  const list = `${service.url}/site/${site}/conversation`;
  const commits = (await read('aside_store_commits_total')) ?? 0;
  await ask(`POST ${list}/user/${account}/message`, { token, json: aDocument('secret words') });
  // The message, and, beside its request, that the client is in use.
  await eventually(async () => expect(await read('aside_store_commits_total')).toBe(commits + 2));
  for (let turn = 0; turn < 5; turn += 1) await ask(`GET ${list}`, { token });

  const route = 'route="/site/:cloudId/conversation"';
  expect(await read(`aside_http_request_seconds_count{method="GET",${route},status="200"}`)).toBe(3);
  expect(await read(`aside_http_request_seconds_count{method="GET",${route},status="429"}`)).toBe(2);
  expect(await read('aside_limited_total{kind="reads"}')).toBe(2);
  expect(await read('aside_token_lookups_total{issuer="aside",result="miss"}')).toBe(1);
  expect(await read('aside_token_lookups_total{issuer="aside",result="hit"}')).toBe(5);
  expect(await read('aside_store_statement_seconds_count{statement="insert-messages",outcome="ok"}')).toBeGreaterThan(
    0,
  );
  expect(await read('process_cpu_seconds_total')).toBeGreaterThan(0);
});

test('what a rule looks for is there at 0 before it happens', async () => {
  for (const kind of ['sends', 'token']) expect(await read(`aside_limited_total{kind="${kind}"}`)).toBe(0);
  for (const statement of ['transaction', 'insert-messages']) {
    const outcome = `statement="${statement}",outcome="unavailable"`;
    expect(await read(`aside_store_statement_seconds_count{${outcome}}`)).toBe(0);
  }
  expect(String((await ask(`GET ${url}`)).body)).toContain('# TYPE aside_token_lookups_total counter');
});

test('nothing of people, sites or words is in them', async () => {
  const text = String((await ask(`GET ${url}`)).body);
  for (const secret of [account, 'secret words', site]) expect(text).not.toContain(secret);
});

test('they are on an address of their own, where nothing else is, and not on that of the API', async () => {
  expect((await ask(`GET ${service.url}/metrics`)).status).toBe(404);
  expect((await ask(`GET ${new URL('/healthz', url).href}`)).status).toBe(404);
  expect((await ask(`POST ${url}`)).status).toBe(404);
  expect((await ask(`GET ${url}`)).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('without a port for them nothing is measured', async () => {
  const quiet = await runService({ store: service.store });
  expect(quiet.metricsUrl).toBeNull();
  await quiet.close();
});
