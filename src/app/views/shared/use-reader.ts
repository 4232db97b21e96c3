import { useProductContext } from '@forge/react';
import type { PanelThread } from '../../definitions';
import {
  dayOf,
  formatClock,
  formatDay,
  formatShortTime,
  formatTime,
  formatTimeOfDay,
  formatUntil,
  formatWeekday,
} from './format-time';
import { joinNames } from './join-names';

/** Who looks at a view, and how they write. For showing only: what they may do is decided by the resolver. */
export interface Reader {
  /** For their picture; a program, with no picture of its own, until the platform has said who it is. */
  readonly me: PanelThread['person'];
  readonly formatTime: (ts: string) => string;
  /** For a list, where what is said beside it tells the rest. */
  readonly formatShortTime: (ts: string) => string;
  /** Until when somebody is away. */
  readonly formatUntil: (ts: string) => string;
  /** BCP 47; absent where Jira does not say. */
  readonly language: string | undefined;
  readonly formatTimeOfDay: (time: string) => string;
  /** ISO: 1 is Monday. */
  readonly formatWeekday: (day: number) => string;
  /** An IANA name; the browser's own where Jira does not say. */
  readonly zone: string;
  /** Below a line that says the day. */
  readonly formatClock: (ts: string) => string;
  readonly formatDay: (ts: string, words: { readonly today: string; readonly yesterday: string }) => string;
  /** Equal for moments of one day where the reader is. */
  readonly dayOf: (ts: string) => string;
  readonly joinNames: (names: readonly string[]) => string;
}

export function useReader(): Reader {
  const context = useProductContext();
  const { accountId, locale, timezone } = context ?? {};
  return {
    me: { id: accountId ?? '', name: null, kind: accountId === undefined ? 'program' : 'person', active: true },
    formatTime: (ts) => formatTime(ts, locale, timezone),
    formatShortTime: (ts) => formatShortTime(ts, locale, timezone),
    formatUntil: (ts) => formatUntil(ts, locale, timezone),
    language: locale?.replace('_', '-'),
    formatTimeOfDay: (time) => formatTimeOfDay(time, locale),
    formatWeekday: (day) => formatWeekday(day, locale),
    zone: timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    formatClock: (ts) => formatClock(new Date(ts), locale, timezone),
    formatDay: (ts, words) => formatDay(ts, locale, timezone, words),
    dayOf: (ts) => dayOf(ts, timezone),
    joinNames: (names) => joinNames(names, locale),
  };
}
