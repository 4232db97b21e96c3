import { type Finding, finding } from './finding';

/** Milliseconds that a clock may differ: tokens are given 5 s. */
const tolerated = 5_000;
const noticeable = 2_000;

/** `apart` is in milliseconds, NaN where the other side told no time; `whose` goes on "This clock and that of …". */
export function checkClock(apart: number, whose: string): Finding {
  if (Number.isNaN(apart))
    return finding('warn', 'clock', `The clock was not compared with that of ${whose}: no time.`);
  const words = `This clock and that of ${whose} are ${(Math.abs(apart) / 1000).toFixed(1)} s apart`;
  if (Math.abs(apart) > tolerated) {
    return finding('fail', 'clock', `${words}: tokens are refused. Keep it right with NTP.`);
  }
  if (Math.abs(apart) > noticeable) {
    return finding('warn', 'clock', `${words}. Keep it right with NTP: from 5 s on, tokens are refused.`);
  }
  return finding('ok', 'clock', `${words}.`);
}

/** How far this clock is ahead of an answer's `Date`, which is in whole seconds, cut off: half a second is added. */
export function compareClock(date: string | null, asked: Date, answered: Date): number {
  return (asked.getTime() + answered.getTime()) / 2 - (Date.parse(date ?? '') + 500);
}
