import type { AdfDocument } from '../../document/types';
import type { MessagePage, PanelMessage } from './message';
import type { Person } from './person';
import type { Result } from './problem';
import type { WritingRefusal } from './writing-refusal';

/** What the asker and one other person wrote to each other about this issue. */
export interface PanelThread {
  readonly person: Person;
  readonly isAssignee: boolean;
  readonly isReporter: boolean;
  /** Null while nothing was ever written between the two. */
  readonly conversationId: string | null;
  /** The newest message that the other person has read, where they show it. */
  readonly readUpTo: string | null;
  /** Counted over all issues, since it is one conversation; 100 is 100 or more. */
  readonly unreadCount: number;
  /** Why the asker cannot write to this person; null when they can. */
  readonly refusal: WritingRefusal | null;
  /** Null when `open` did not carry it: ask for it with `thread`. */
  readonly page: MessagePage | null;
}

export interface OpenedPanel {
  readonly assignee: 'nobody' | 'me' | 'someone';
  /** The assignee's first, even when it is empty; then people by the newest message, at their end the reporter where there is none yet; then programs. */
  readonly threads: readonly PanelThread[];
}

/**
 * What the panel may ask. Who asks and about which issue comes from the platform, never from here. `with` names a
 * thread by the other person's id.
 */
export type PanelDefinitions = {
  open: () => Result<OpenedPanel>;
  /** People who can see the issue and whose name fits, at most 20; never the asker. */
  findPeople: (ask: { text: string }) => Result<{ people: readonly Person[] }>;
  /** The thread with someone whom `findPeople` offered, as `open` would have brought it. Creates nothing. */
  start: (ask: { with: string }) => Result<{ thread: PanelThread }>;
  thread: (ask: { with: string }) => Result<MessagePage>;
  /** `before` is the page's; at most 25 messages come back. */
  older: (ask: { with: string; before: string }) => Result<MessagePage>;
  /** `key` is made once for each message that someone composes, so that trying again never sends twice. */
  send: (ask: { with: string; text: string; key: string }) => Result<{ message: PanelMessage }>;
  edit: (ask: { with: string; id: string; text: string }) => Result<{ body: AdfDocument; editedAt: string }>;
  remove: (ask: { with: string; id: string }) => Result<{ deletedAt: string }>;
  /** Says that the asker has read up to this message. Moves forward only. */
  read: (ask: { conversationId: string; id: string }) => Result<object>;
};
