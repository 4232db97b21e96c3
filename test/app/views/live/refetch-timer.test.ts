import {
  createRefetchTimer,
  firstPause,
  jitter,
  longestPause,
  type RefetchTimer,
} from '../../../../src/app/views/live/refetch-timer';

// When a view asks again, on a clock that the test moves.
let asked: number[];
let isSeen: boolean;
let refetch: () => unknown;
let timer: RefetchTimer;
let began: number;

beforeEach(() => {
  jest.useFakeTimers();
  began = Date.now();
  asked = [];
  isSeen = true;
  refetch = () => undefined;
  timer = createRefetchTimer({
    refetch: () => {
      asked.push((Date.now() - began) / 1000);
      return refetch();
    },
    isSeen: () => isSeen,
    random: () => 0.5,
  });
  timer.start();
});
afterEach(() => {
  timer.stop();
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('where no hint comes it asks after 30 seconds, then half as often each time, at last every five minutes', async () => {
  await pass(1_500_000);
  expect(asked).toEqual([30, 90, 210, 450, 750, 1050, 1350]);
});

test('a hint is followed within two seconds, several at once by one question', async () => {
  await pass(5_000);
  timer.hint();
  timer.hint();
  await pass(jitter);
  timer.hint();
  await pass(jitter);
  expect(asked).toEqual([6, 8]);
});

test('after a hint it asks as often as at first', async () => {
  await pass(800_000);
  asked = [];
  timer.hint();
  await pass(100_000);
  expect(asked).toEqual([801, 831, 891]);
});

test('whoever does something brings the next question nearer, never further away', async () => {
  await pass(211_000);
  timer.touch();
  await pass(firstPause - 1);
  expect(asked).toEqual([30, 90, 210]);
  timer.touch();
  await pass(1);
  expect(asked).toEqual([30, 90, 210, 241]);
});

test('a question that found something new is followed by one as soon as at first', async () => {
  await pass(100_000);
  refetch = () => timer.touch();
  await pass(firstPause * 8);
  expect(asked).toEqual([30, 90, 210, 240, 270, 300, 330]);
});

test('while nobody looks nothing is asked, and once somebody does it is asked at once', async () => {
  isSeen = false;
  await pass(longestPause * 10);
  timer.hint();
  await pass(longestPause);
  expect(asked).toEqual([]);
  isSeen = true;
  timer.hint();
  await pass(jitter);
  expect(asked).toHaveLength(1);
});

test('one question waits for the answer of the one before, and a hint meanwhile is not lost', async () => {
  let answer: () => void = () => undefined;
  refetch = () => new Promise<void>((resolve) => (answer = resolve));
  await pass(30_000);
  timer.hint();
  timer.hint();
  await pass(60_000);
  expect(asked).toEqual([30]);
  answer();
  await pass(jitter);
  expect(asked).toEqual([30, 91]);
});

test('a question that failed is asked again as any other', async () => {
  refetch = () => Promise.reject(new Error('away'));
  await pass(100_000);
  expect(asked).toEqual([30, 90]);
});

test.each([
  ['while it waits', () => undefined],
  ['while it asks', () => timer.stop()],
])('nothing is asked any more once the view is gone %s', async (_, then) => {
  refetch = then;
  await pass(30_000);
  timer.stop();
  timer.hint();
  timer.touch();
  await pass(1_000_000);
  expect(asked).toEqual([30]);
});
