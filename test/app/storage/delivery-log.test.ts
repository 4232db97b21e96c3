import * as log from '../../../src/app/storage/delivery-log';
import * as trimming from '../../../src/app/storage/trim-deliveries';
import { alice, FakeJira } from '../fake-jira';
import { ForgeRuntime } from '../forge-runtime';

let forge: ForgeRuntime;

beforeEach(() => {
  forge = new ForgeRuntime(new FakeJira(), async () => new Response());
});

// As a function of the app would: outside of one the platform keeps nothing.
const noteDelivery = (note: log.DeliveryNote) => forge.as(alice.accountId, () => log.noteDelivery(note));
const listDeliveries = (cursor: string) => forge.as(alice.accountId, () => log.listDeliveries(cursor));
const trimDeliveries = () => forge.as(alice.accountId, () => trimming.trimDeliveries(new Date(line(0).at)));

const line = (n: number, changes: Partial<log.DeliveryNote> = {}): log.DeliveryNote => ({
  id: `d-${n}`,
  at: new Date(Date.UTC(2026, 10, 1) + n).toISOString(),
  entry: 'webhook',
  to: 'bob',
  issueKey: 'WEB-1',
  label: null,
  status: 'queued',
  reason: 'service_away',
  tries: 1,
  ...changes,
});

test('lines come in the order of their time, whatever the order in which they were written', async () => {
  for (const n of [3, 1_000_000, 1, 2]) await noteDelivery(line(n));
  expect((await listDeliveries('')).deliveries.map(({ id }) => id)).toEqual(['d-1000000', 'd-3', 'd-2', 'd-1']);
});

test('two of the same moment are two lines', async () => {
  await noteDelivery(line(1));
  await noteDelivery(line(1, { id: 'other' }));
  expect((await listDeliveries('')).deliveries).toHaveLength(2);
});

test('a delivery that goes on keeps its line', async () => {
  await noteDelivery(line(1));
  await noteDelivery(line(1, { status: 'failed', tries: 9 }));
  expect((await listDeliveries('')).deliveries).toEqual([line(1, { status: 'failed', tries: 9 })]);
});

test.each<[string, log.DeliveryNote['status'], log.DeliveryNote['status'], log.DeliveryNote['status']]>([
  ['what is delivered waits no more', 'sent', 'queued', 'sent'],
  ['what is delivered does not fail', 'sent', 'failed', 'sent'],
  ['what has failed waits no more', 'failed', 'queued', 'failed'],
  ['what has failed can arrive all the same', 'failed', 'sent', 'sent'],
])('%s, whatever comes late', async (_, first, second, status) => {
  await noteDelivery(line(1, { status: first }));
  await noteDelivery(line(1, { status: second }));
  expect((await listDeliveries('')).deliveries).toMatchObject([{ status }]);
});

test('what waits for longer than the queue keeps it has failed, with the reason of its last try', async () => {
  const hour = 3_600_000;
  await noteDelivery(line(-26 * hour));
  await noteDelivery(line(-26 * hour, { id: 'never', reason: null }));
  await noteDelivery(line(-24 * hour));
  await noteDelivery(line(-26 * hour, { id: 'mail', entry: 'mail' }));
  await trimDeliveries();
  const told = (await listDeliveries('')).deliveries.map(({ id, status, reason }) => [id, status, reason]);
  expect(told.sort()).toEqual([
    [`d-${-24 * hour}`, 'queued', 'service_away'],
    [`d-${-26 * hour}`, 'failed', 'service_away'],
    ['mail', 'queued', 'service_away'],
    ['never', 'failed', 'queue_away'],
  ]);
});

test('the log keeps its newest thousand lines', async () => {
  for (let n = 0; n < 1_130; n += 1) await noteDelivery(line(n));
  await trimDeliveries();
  const keys = forge.kvs.keys('delivery:');
  expect(keys).toHaveLength(1_000);
  expect((await listDeliveries('')).deliveries[0]?.id).toBe('d-1129');
  expect(keys.at(-1)).toContain(':d-130');
  await trimDeliveries();
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_000);
});

test.each(['', null])('an end of the log that is written as %j is its end', async (end) => {
  for (let n = 0; n < 1_130; n += 1) await noteDelivery(line(n));
  let queries = 0;
  forge.faults.of.storage = ({ path }, answer) => {
    if (!path.endsWith('/query')) return answer();
    queries += 1;
    return withEnd(answer(), end);
  };
  await trimDeliveries();
  expect(queries).toBe(12);
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_000);
  expect(forge.kvs.keys('delivery:').at(-1)).toContain(':d-130');
});

test('a line is kept for thirty days after it was written last', async () => {
  const began = Date.now();
  await noteDelivery(line(1));
  const expiry = Date.parse(forge.kvs.findExpiry(forge.kvs.keys()[0] ?? '') ?? '') - 30 * 86_400_000;
  expect(expiry).toBeGreaterThanOrEqual(began);
  expect(expiry).toBeLessThanOrEqual(Date.now());
});

test('what else the app keeps is not touched', async () => {
  forge.kvs.write('delivered', 1);
  for (let n = 0; n < 1_001; n += 1) await noteDelivery(line(n));
  await trimDeliveries();
  expect(forge.kvs.keys()).toHaveLength(1_001);
});

test('a storage that does not answer is an error of its own', async () => {
  forge.kvs.isAway = true;
  for (const call of [() => listDeliveries(''), () => noteDelivery(line(1)), trimDeliveries]) {
    await expect(call()).rejects.toMatchObject({ name: 'StorageError' });
  }
});

test('what a deletion of many leaves is asked for again', async () => {
  for (let n = 0; n < 1_030; n += 1) await noteDelivery(line(n));
  let failures = 3;
  forge.faults.failsInBatches = (key) => key.endsWith(':d-7') && failures-- > 0;
  await trimDeliveries();
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_000);
});

test('a key that stays is an error', async () => {
  for (let n = 0; n < 1_002; n += 1) await noteDelivery(line(n));
  forge.faults.failsInBatches = (key) => key.endsWith(':d-0');
  await expect(trimDeliveries()).rejects.toMatchObject({ name: 'StorageError' });
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_001);
});

test('the log is trimmed by a run of its own, once a day', async () => {
  for (let n = 0; n < 1_010; n += 1) await noteDelivery(line(n));
  await forge.run('unreadSweep', {}).catch(() => undefined);
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_010);
  await forge.run('trimDeliveryLog', {});
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_000);
});

/** The platform documents no shape for the last page of a query. */
function withEnd(page: Response | Promise<Response>, end: string | null): Response {
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const body = (await (await page).json()) as object;
      controller.enqueue(new TextEncoder().encode(JSON.stringify({ cursor: end, ...body })));
      controller.close();
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'application/json' } });
}
