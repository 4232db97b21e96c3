import { setTimeout as wait } from 'node:timers/promises';
import { watchLag } from '../../../src/service/limits/watch-lag';

/** Keeps the process from anything else. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

async function workLate(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    block(250);
    await wait(1);
  }
}

test('a process that is late for a while is behind, and no longer when it has caught up', async () => {
  const watch = watchLag(100);
  await wait(100);
  expect(watch.isBehind()).toBe(false);
  await workLate();
  expect(watch.isBehind()).toBe(true);
  for (let turn = 0; turn < 50 && watch.isBehind(); turn += 1) await wait(100);
  expect(watch.isBehind()).toBe(false);
  watch.close();
}, 600_000);

test('one stop is not being behind, and without a limit nothing is', async () => {
  const [watch, none] = [watchLag(100), watchLag(0)];
  await wait(50);
  block(600);
  // Now it has looked once, and late.
  await wait(30);
  expect(watch.isBehind()).toBe(false);
  await workLate();
  expect(none.isBehind()).toBe(false);
  watch.close();
}, 600_000);
