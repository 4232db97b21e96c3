/**
 * For a program that a test starts (`node --require`): its clock runs ahead of the machine's by as many milliseconds as
 * the file that CLOCK_SHIFT_FILE names holds. Timers keep real time: what is due only by the clock becomes due.
 */
const fs = require('node:fs');

const file = process.env.CLOCK_SHIFT_FILE;
const RealDate = Date;
/** How long one reading of the file holds, in milliseconds. */
const patience = 20;
let shift = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now() {
  const at = performance.now();
  if (at - readAt > patience) {
    readAt = at;
    shift = Number(fs.readFileSync(file, 'utf8')) || 0;
  }
  return RealDate.now() + shift;
}

if (file !== undefined) {
  // The prototype stays the real one, so that dates made before and after are of the same class.
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
