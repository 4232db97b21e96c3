import type { QuietHours } from '../../definitions';

/** Quiet hours as a form holds them: also while there are none. */
export interface QuietDraft extends QuietHours {
  readonly isOn: boolean;
}

/** ISO: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const usual = { days: [1, 2, 3, 4, 5], from: '18:00', until: '08:00' } as const;

/** @param zone of the reader, for who has none yet */
export function beginQuiet(kept: QuietHours | null, zone: string): QuietDraft {
  return kept === null ? { ...usual, zone, isOn: false } : { ...kept, isOn: true };
}

export function toQuiet({ isOn, zone, days, from, until }: QuietDraft): QuietHours | null {
  return isOn ? { zone, days, from, until } : null;
}

/** Hours that begin on no day are none. */
export function isDayMissing({ isOn, days }: QuietDraft): boolean {
  return isOn && days.length === 0;
}

/** How far the hours reach: within a day, into the next one, or a day long. */
export function describeLength({ from, until }: QuietDraft): 'zone' | 'overnight' | 'wholeDay' {
  if (from === until) return 'wholeDay';
  return from < until ? 'zone' : 'overnight';
}

/** Each half hour of a day, and what was kept between them. */
export function timesOfDay(kept: string): readonly string[] {
  const halves = Array.from(
    { length: 48 },
    (_, n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`,
  );
  return halves.includes(kept) ? halves : [...halves, kept].sort();
}
