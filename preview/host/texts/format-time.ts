import type { Language } from './language';

/** A point in time as Jira's activity shows it: the day and the minute, in the language of the tab. */
export function formatTime(at: number, language: Language): string {
  return new Date(at).toLocaleString(language.replace('_', '-'), { dateStyle: 'medium', timeStyle: 'short' });
}
