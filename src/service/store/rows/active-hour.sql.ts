import { milliseconds } from '../engine/milliseconds';

/** Milliseconds. */
const hour = 60 * 60 * 1000;

/**
 * The hour of a conversation's last activity, in hours since 1970, as `conversation.active_hour` has it. Its members carry
 * it too (`member.active_hour`), so that an index gives a person's conversations hour by hour, the newest first. A send
 * moves it once an hour and not each time: docs/decisions/0036-lists-by-the-hour.md.
 */
export function activeHourOf(at: number): number {
  return Math.floor(at / hour);
}

/** SQL for the same of a time. */
export function activeHour(column: string): string {
  return `(${hourOfMilliseconds(milliseconds(column))})::integer`;
}

export function hourOfMilliseconds(value: string): string {
  return `${value} / ${hour}`;
}

/** What the members of conversations ($2) carry follows the conversations, which this transaction holds. */
export const moveHours = {
  name: 'move-active-hours',
  text: `
  update member m set active_hour = c.active_hour
  from conversation c
  where c.cloud_id = $1 and c.id = any ($2::uuid[])
    and m.cloud_id = $1 and m.conversation_id = c.id and m.active_hour < c.active_hour`,
};
