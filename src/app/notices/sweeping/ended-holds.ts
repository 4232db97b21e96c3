import type { Unread } from '../../../contract/people';

/** From when until when somebody was told of nothing, by their id. Milliseconds since the epoch. */
export type EndedHolds = Map<string, { readonly since: number; readonly until: number }>;

/** Whether the mail at the end of their hold tells of this message. */
export function isToldByHold(ended: EndedHolds, { user, first }: Unread): boolean {
  const hold = ended.get(user.id);
  const at = Date.parse(first.ts);
  return hold !== undefined && at > hold.since && at <= hold.until;
}
