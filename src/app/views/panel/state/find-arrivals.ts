import { isOfProgram, type OpenState, type ThreadState } from './panel-state';

export interface Arrival {
  readonly messageId: string;
  readonly thread: ThreadState;
}

/** What others wrote between two states of the panel into threads that are not shown: the newest of each. Pure. */
export function findArrivals(before: OpenState, after: OpenState): Arrival[] {
  return after.threads.flatMap((thread) => {
    const { key, messages, unreadCount } = thread;
    const newest = messages.findLast(
      ({ from, deletedAt, notice }) => from === 'them' && deletedAt === null && notice === null,
    );
    if (key === after.selected || isOfProgram(thread) || unreadCount === 0 || newest === undefined) return [];
    const known = before.threads.find((it) => it.key === key);
    // Of a thread that was there but not read in, nothing is known that could be new.
    if (known !== undefined && (!known.isLoaded || (known.messages.at(-1)?.id ?? '') >= newest.id)) return [];
    return [{ messageId: newest.id, thread }];
  });
}
