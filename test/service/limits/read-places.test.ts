import { createReadPlaces, type ReadPlace } from '../../../src/service/limits/read-places';

afterEach(() => jest.useRealTimers());

/** What is known of a read by now: whether it began, was refused, or still waits. */
async function stateOf({ admitted }: ReadPlace): Promise<'begun' | 'refused' | 'waiting'> {
  const later = new Promise<'waiting'>((resolve) => process.nextTick(() => setImmediate(() => resolve('waiting'))));
  jest.advanceTimersByTime(0);
  return Promise.race([admitted.then((isAdmitted) => (isAdmitted ? ('begun' as const) : ('refused' as const))), later]);
}
const statesOf = (places: readonly ReadPlace[]) => Promise.all(places.map(stateOf));
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));

test('so many read at once, each caller a quarter of them; the others wait and begin in their order', async () => {
  const enter = createReadPlaces(4);
  const places = times(5, (n) => enter(`caller ${n}`));
  const second = enter('caller 0');
  expect(await statesOf([...places, second])).toEqual(['begun', 'begun', 'begun', 'begun', 'waiting', 'waiting']);
  places[1]?.leave();
  expect(await statesOf(places.slice(4))).toEqual(['begun']);
  places[2]?.leave();
  expect(await stateOf(second)).toBe('waiting');
  places[0]?.leave();
  expect(await stateOf(second)).toBe('begun');
});

test('one caller fills neither the places nor the line of the others', async () => {
  const enter = createReadPlaces(4);
  const greedy = times(10, () => enter('greedy'));
  expect(await statesOf(greedy)).toEqual(['begun', ...times(8, () => 'waiting'), 'refused']);
  expect(await stateOf(enter('modest'))).toBe('begun');
});

test('where all of the line is taken, whoever comes is refused', async () => {
  const enter = createReadPlaces(2);
  const places = times(18, (n) => enter(`caller ${n}`));
  expect(await statesOf(places)).toEqual(['begun', 'begun', ...times(16, () => 'waiting')]);
  expect(await stateOf(enter('late'))).toBe('refused');
});

test('who has waited for two seconds is refused, and its place in the line is free', async () => {
  const enter = createReadPlaces(1);
  const [first, ...waiting] = times(9, (n) => enter(`caller ${n}`));
  jest.advanceTimersByTime(1_999);
  expect(await statesOf(waiting)).toEqual(times(8, () => 'waiting'));
  jest.advanceTimersByTime(1);
  expect(await statesOf(waiting)).toEqual(times(8, () => 'refused'));
  const next = enter('next');
  first?.leave();
  expect(await stateOf(next)).toBe('begun');
});

test('who goes away while waiting begins nothing, and to leave twice gives one place', async () => {
  const enter = createReadPlaces(1);
  const [first, second, third, fourth] = times(4, (n) => enter(`caller ${n}`));
  second?.leave();
  first?.leave();
  first?.leave();
  expect(await statesOf([second, third, fourth] as ReadPlace[])).toEqual(['refused', 'begun', 'waiting']);
});
