const { followTimers } = require('./suite-timers.cjs') as { followTimers: () => () => void };

test('a timer that a suite leaves is stopped, and one that keeps no process goes on', async () => {
  const { setTimeout, setInterval } = globalThis;
  const endTimers = followTimers();
  const ran: string[] = [];
  globalThis.setTimeout(() => ran.push('left'), 5);
  const repeated = globalThis.setInterval(() => ran.push('repeated'), 5);
  globalThis.setTimeout(() => ran.push('free'), 5).unref();
  Object.assign(globalThis, { setTimeout, setInterval });
  endTimers();
  expect(repeated.hasRef()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ran).toEqual(['free']);
});

test('what follows them knows many that are over, and still stops the last', async () => {
  const { setTimeout, setInterval } = globalThis;
  const endTimers = followTimers();
  for (let n = 0; n < 3_000; n += 1) clearTimeout(globalThis.setTimeout(() => undefined, 1_000));
  let ran = false;
  globalThis.setTimeout(() => {
    ran = true;
  }, 5);
  Object.assign(globalThis, { setTimeout, setInterval });
  endTimers();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ran).toBe(false);
});
