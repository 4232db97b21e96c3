/** How many timers are kept at first before those that are over are let go. */
const few = 1_000;

/**
 * Follows the timers that a suite makes. What it ends are those that would still keep the process: a view in a test is
 * never closed, nor does a function that the platform ended stop waiting, and either would go on in the suites after it.
 * @returns what stops them.
 */
function followTimers() {
  const made = new Set();
  let most = few;
  const follow = (set) => {
    const followed = (...given) => {
      const timer = set(...given);
      made.add(timer);
      if (made.size > most) {
        for (const one of made) if (isOver(one)) made.delete(one);
        most = Math.max(few, 2 * made.size);
      }
      return timer;
    };
    return Object.defineProperties(followed, Object.getOwnPropertyDescriptors(set));
  };
  globalThis.setTimeout = follow(globalThis.setTimeout);
  globalThis.setInterval = follow(globalThis.setInterval);
  const { clearTimeout } = globalThis;
  return () => {
    for (const timer of made) if (!isOver(timer) && timer.hasRef()) clearTimeout(timer);
  };
}

/** Node tells it of a timer in no other way. */
const isOver = (timer) => timer._destroyed;

module.exports = { followTimers };
