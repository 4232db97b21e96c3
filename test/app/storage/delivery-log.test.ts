import { type DeliveryNote, listDeliveries, noteDelivery } from '../../../src/app/storage/delivery-log';
import { trimDeliveries } from '../../../src/app/storage/trim-deliveries';
import { FakeJira } from '../fake-jira';
import { ForgeRuntime } from '../forge-runtime';

let forge: ForgeRuntime;

beforeEach(() => {
  forge = new ForgeRuntime(new FakeJira(), async () => new Response());
});

const line = (n: number, changes: Partial<DeliveryNote> = {}): DeliveryNote => ({
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
  const answer = forge.kvs.answer.bind(forge.kvs);
  let queries = 0;
  forge.kvs.answer = (path, body) => {
    if (!path.endsWith('/query')) return answer(path, body);
    queries += 1;
    const asked = JSON.parse(String(body)) as { after?: string };
    const page = answer(path, JSON.stringify({ ...asked, after: asked.after ?? undefined }));
    return withEnd(page, end);
  };
  await trimDeliveries();
  expect(queries).toBe(12);
  expect(forge.kvs.keys('delivery:')).toHaveLength(1_000);
  expect(forge.kvs.keys('delivery:').at(-1)).toContain(':d-130');
});

test('a line is kept for thirty days after it was written last', async () => {
  await noteDelivery(line(1));
  const [kept] = forge.kvs.values.values();
  expect(Math.abs((kept?.expiresAt ?? 0) - (Date.now() + 30 * 86_400_000))).toBeLessThan(10_000);
});

test('what else the app keeps is not touched', async () => {
  forge.kvs.values.set('delivered', { value: 1, expiresAt: null });
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
