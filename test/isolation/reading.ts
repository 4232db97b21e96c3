import type { Place, Said } from './model';

/** How far a member has read of what is about one issue. */
interface IssueReading {
  read: string;
  unreadFrom: string | null;
}

/** How far a member has read of a place, by the rules of decision 26. Ids grow in the order of what was said. */
export interface Reading extends IssueReading {
  /** What was said when they came in is nothing new to them. */
  readonly joinedAt: string;
  readonly issues: Map<string, IssueReading>;
}

export function startReading(joinedAt: string): Reading {
  return { joinedAt, read: '', unreadFrom: null, issues: new Map() };
}

/** What this member has not read of what is open to them, in its order. */
export function unread(person: string, { members, readings, said }: Place): Said[] {
  const [openFrom, reading] = [members.get(person), readings.get(person)];
  if (openFrom === undefined || reading === undefined) return [];
  const isUnread = ({ id, sender, word, about }: Said): boolean => {
    if (sender === person || word === null || id <= openFrom) return false;
    const ofIssue = about === null ? undefined : reading.issues.get(about);
    const isMarked = [reading, ofIssue].some((one) => one?.unreadFrom != null && id >= one.unreadFrom);
    return isMarked || (id > reading.joinedAt && id > reading.read && id > (ofIssue?.read ?? ''));
  };
  return said.filter(isUnread).sort(inOrder);
}

export const inOrder = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;

/** What of that mentions them. */
export function mentioning(person: string, place: Place): Said[] {
  return unread(person, place).filter(({ mentions }) => mentions.has(person));
}

/** Up to this message; of one issue, or of all. */
export function markRead(person: string, place: Place, id: string, issue: string | null): void {
  const reading = place.readings.get(person);
  if (reading === undefined) return;
  if (issue === null) {
    for (const one of [reading, ...reading.issues.values()]) endUnread(one, id);
    reading.read = later(reading.read, id);
    return;
  }
  const ofIssue = issueOf(reading, issue);
  endUnread(ofIssue, id);
  ofIssue.read = later(ofIssue.read, id);
  // The place follows where nothing up to there stays unread.
  if (!unread(person, place).some((said) => said.id <= id)) reading.read = later(reading.read, id);
}

export function markUnread(person: string, place: Place, id: string, issue: string | null): void {
  const reading = place.readings.get(person);
  if (reading !== undefined) (issue === null ? reading : issueOf(reading, issue)).unreadFrom = id;
}

function issueOf({ issues }: Reading, issue: string): IssueReading {
  const known = issues.get(issue) ?? { read: '', unreadFrom: null };
  issues.set(issue, known);
  return known;
}

function endUnread(reading: IssueReading, id: string): void {
  if (reading.unreadFrom !== null && reading.unreadFrom <= id) reading.unreadFrom = null;
}

const later = (one: string, other: string): string => (one > other ? one : other);
