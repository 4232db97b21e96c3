import { isOfProgram, type OpenState } from '../../shared/panel-state';

export interface Arrival {
  readonly messageId: string;
  readonly person: OpenState['threads'][number]['person'];
}

/** What others wrote between two states of the panel into threads that are not shown: the newest of each. Pure. */
export function findArrivals(before: OpenState, after: OpenState): Arrival[] {
  return after.threads.flatMap((thread) => {
    const { person, messages, unreadCount } = thread;
    const newest = messages.findLast(({ from, deletedAt }) => from === 'them' && deletedAt === null);
    if (person.id === after.selected || isOfProgram(thread) || unreadCount === 0 || newest === undefined) return [];
    const known = before.threads.find((it) => it.person.id === person.id);
    // Of a thread that was there but not read in, nothing is known that could be new.
    if (known !== undefined && (!known.isLoaded || (known.messages.at(-1)?.id ?? '') >= newest.id)) return [];
    return [{ messageId: newest.id, person }];
  });
}
