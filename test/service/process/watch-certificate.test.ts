import { watchCertificate } from '../../../src/service/process/watch-certificate';

const start = Date.parse('2026-11-30T10:00:00.000Z');
const settled = () => new Promise((resolve) => setImmediate(resolve));

function aWatch(url: string | null, read: (url: URL) => Promise<Date>) {
  const clock = { now: start };
  const asked: string[] = [];
  const state = watchCertificate(
    url,
    () => new Date(clock.now),
    (address) => {
      asked.push(address.host);
      return read(address);
    },
  );
  return { clock, asked, state };
}
const ends = new Date('2027-01-01T00:00:00.000Z');

test.each([null, 'http://aside.example.com'])('of %s there is none, and nobody looks', async (url) => {
  const { state, asked } = aWatch(url, async () => ends);
  expect(state()).toBeNull();
  await settled();
  expect([state(), asked]).toEqual([null, []]);
});

test('it is looked at when somebody asks, not waited for, and once an hour at most', async () => {
  const { state, asked, clock } = aWatch('https://aside.example.com:8443/service', async () => ends);
  expect(state()).toBeNull();
  await settled();
  const seen = { host: 'aside.example.com:8443', checked: new Date(start).toISOString(), ends: ends.toISOString() };
  expect(state()).toEqual(seen);
  clock.now = start + 3_599_999;
  expect(state()).toEqual(seen);
  expect(asked).toHaveLength(1);
  clock.now = start + 3_600_000;
  expect(state()).toEqual(seen);
  await settled();
  expect([asked.length, state()?.checked]).toEqual([2, new Date(clock.now).toISOString()]);
});

test('where no connection could be made that is said, and what was known before is not', async () => {
  const answers = [async () => ends, () => Promise.reject(new Error('ECONNREFUSED'))];
  const { state, clock } = aWatch('https://aside.example.com', () => answers.shift()?.() ?? Promise.reject());
  state();
  await settled();
  clock.now = start + 3_600_000;
  state();
  await settled();
  expect(state()).toMatchObject({ host: 'aside.example.com', ends: null });
});
