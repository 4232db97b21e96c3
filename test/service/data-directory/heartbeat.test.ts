import { beatEvery, startHeartbeat } from '../../../src/service/data-directory/heartbeat';
import { findLastLock, touchLock } from '../../../src/service/data-directory/lock-files';

jest.mock('../../../src/service/data-directory/lock-files');
const find = jest.mocked(findLastLock);

/** A heartbeat whose beat is looking for the last lock; what it finds is told by `finds`. */
async function beating() {
  jest.useFakeTimers();
  let found: (number: number) => void = () => undefined;
  find.mockReturnValue(
    new Promise((resolve) => {
      found = resolve;
    }),
  );
  const onLost = jest.fn();
  const heartbeat = startHeartbeat('a directory', 2, onLost);
  await jest.advanceTimersByTimeAsync(beatEvery);
  const finds = async (number: number) => {
    found(number);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { heartbeat, finds, onLost };
}

afterEach(() => {
  jest.useRealTimers();
  jest.mocked(touchLock).mockClear();
});

test('another owner is told of, and the own file is fresh while there is none', async () => {
  const lost = await beating();
  await lost.finds(3);
  expect([lost.onLost.mock.calls.length, jest.mocked(touchLock).mock.calls]).toEqual([1, []]);
  lost.heartbeat.stop();
  const kept = await beating();
  await kept.finds(2);
  expect([kept.onLost.mock.calls.length, jest.mocked(touchLock).mock.calls]).toEqual([0, [['a directory', 2]]]);
  kept.heartbeat.stop();
});

test('a lock that is released while a beat looks on is not lost', async () => {
  const { heartbeat, finds, onLost } = await beating();
  heartbeat.stop();
  await finds(0);
  expect([onLost.mock.calls.length, jest.mocked(touchLock).mock.calls]).toEqual([0, []]);
});
