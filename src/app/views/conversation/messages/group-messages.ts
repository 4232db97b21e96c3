import type { ShownMessage } from '../../../definitions';
import type { Outgoing } from '../state/conversation-state';

/** Messages of one author that follow within so long stand under one name. */
export const runMs = 5 * 60_000;

/** What stands in a list: a message that is there, or one that is on its way. */
export type Entry = {
  /** Whether name, picture and time stand above it, or it goes on with the one before. */
  readonly isHead: boolean;
  /** Whether what it is about is said: another work item than that of the message before, or the first one of a day. */
  readonly saysIssue: boolean;
} & ({ readonly message: ShownMessage } | { readonly outgoing: Outgoing });

/** What lies between two lines across the list. */
export interface Section {
  readonly key: string;
  /** A moment of the day that the line above tells; null where the day goes on. */
  readonly day: string | null;
  /** Whether what is new begins here. */
  readonly isNew: boolean;
  /** Whether it begins with the message that was looked for. */
  readonly isFound: boolean;
  readonly entries: readonly Entry[];
}

interface Options {
  readonly messages: readonly ShownMessage[];
  readonly outgoing: readonly Outgoing[];
  /** The first message that was new when it was shown; null for none. */
  readonly firstNew: string | null;
  /** The message that was looked for; null for none. */
  readonly found: string | null;
  /** Equal for moments of one day where the reader is. */
  readonly dayOf: (ts: string) => string;
}

/** Messages as people read them: by day, what is new below a line, and what one author wrote at a stretch together. Pure. */
export function groupMessages({ messages, outgoing, firstNew, found, dayOf }: Options): readonly Section[] {
  const sections: (Omit<Section, 'entries'> & { readonly entries: Entry[] })[] = [];
  let before = null as Said | null;
  const put = (key: string, said: Said, entry: { message: ShownMessage } | { outgoing: Outgoing }): void => {
    const isOtherDay = before === null || dayOf(before.ts) !== dayOf(said.ts);
    const isNew = key === firstNew;
    const isFound = key === found;
    if (isOtherDay || isNew || isFound) {
      sections.push({ key, day: isOtherDay ? said.ts : null, isNew, isFound, entries: [] });
    }
    const entries = sections.at(-1)?.entries ?? [];
    const isHead = entries.length === 0 || before === null || !goesOn(before, said);
    // Of what is about none nothing is said, unless one would take it for being about the one above.
    const saysIssue = isOtherDay ? said.about !== '' : said.about !== before?.about;
    entries.push({ ...entry, isHead, saysIssue });
    before = said;
  };
  for (const message of messages) {
    const said = saidBy(message);
    // What became of a group comes between messages and is about none of their work items.
    put(message.id, message.notice === null ? said : { ...said, about: before?.about ?? '' }, { message });
  }
  const last = messages.at(-1);
  // What an answer is about is decided as it is sent: it is shown as going on with what stands above.
  const about = last === undefined ? '' : aboutOf(last);
  for (const it of outgoing) put(it.key, { ts: it.ts, by: 'me', about }, { outgoing: it });
  return sections;
}

interface Said {
  readonly ts: string;
  /** Who wrote it, and by what; null for what nobody wrote. */
  readonly by: string | null;
  readonly about: string;
}

function saidBy(message: ShownMessage): Said {
  const { from, sender, origin, notice, ts } = message;
  const about = aboutOf(message);
  if (notice !== null) return { ts, by: null, about };
  const author = from === 'me' ? 'me' : `them ${sender?.id ?? ''}`;
  return { ts, by: origin === null ? author : `${author} ${JSON.stringify(origin)}`, about };
}

const aboutOf = ({ issue }: ShownMessage): string => issue?.id ?? '';

function goesOn(before: Said, said: Said): boolean {
  const apart = Date.parse(said.ts) - Date.parse(before.ts);
  return said.by !== null && said.by === before.by && said.about === before.about && apart <= runMs;
}
