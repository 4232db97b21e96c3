import { type Language, tagOf } from './language';

/** A point in time as Jira's activity shows it: the day and the minute, in the language of the tab. */
export function formatTime(at: number, language: Language): string {
  return new Date(at).toLocaleString(tagOf(language), { dateStyle: 'medium', timeStyle: 'short' });
}

/** The second of a day, as logs show it. */
export function formatClock(at: number | string, language: Language): string {
  return new Date(at).toLocaleTimeString(tagOf(language));
}

/** The day and the second. */
export function formatMoment(at: number | string, language: Language): string {
  return new Date(at).toLocaleString(tagOf(language));
}
