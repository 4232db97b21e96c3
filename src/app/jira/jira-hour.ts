import type { JiraError } from './jira-error';

const hour = 3_600_000;

/** When Jira takes requests of the app again, in milliseconds since the epoch: as it says, else when the hour ends. */
export function endOfBusy({ retryAfter }: Pick<JiraError, 'retryAfter'>, now: number): number {
  const end = Math.ceil((now + 1) / hour) * hour;
  return retryAfter === null ? end : Math.min(end, now + retryAfter * 1_000);
}
