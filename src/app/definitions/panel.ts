import type { ConversationDefinitions, OpenedConversation } from './conversation';
import type { Person } from './person';
import type { Result } from './problem';
import type { OwnChoices } from './quiet';
import type { WritingRefusal } from './writing-refusal';

/** What the asker and one other person wrote to each other about an issue. */
export interface PanelThread extends OpenedConversation {
  readonly person: Person;
}

/** Who is on the issue the view asks Jira, and puts in: a function answers nobody, and the threads that there are. */
export interface OpenedPanel {
  readonly assignee: 'nobody' | 'me' | 'someone';
  /** The assignee's first, even when it is empty; then people by the newest message, at their end the reporter where there is none yet; then programs. */
  readonly threads: readonly PanelThread[];
  /** Groups that were begun beside the issue and that the asker is in, whoever wrote last first. */
  readonly groups: readonly OpenedConversation[];
  /** Whether these are all threads about the issue: then there is none with anyone else. */
  readonly isWhole: boolean;
  /** Why the asker writes to nobody here; null where they may. */
  readonly closed: WritingRefusal | null;
  /** What the asker chose, where that was asked for and the service said it; null where it knows of none. */
  readonly own?: OwnChoices | null;
}

/** How many people a group beside an issue begins with, or takes in at once: Jira is asked about each of them. */
export const mostBeside = 20;

/** What the panel may ask beside its conversations. Who asks and about which issue comes from the platform, never from here. */
export type PanelDefinitions = ConversationDefinitions & {
  /** `own`: also what the asker chose, which stays as it is while a view is open. */
  open: (ask: { own?: boolean }) => Result<OpenedPanel>;
  /**
   * A group beside the issue, with these people, of whom the view has asked Jira whether they see it. `follows` is the
   * asker's conversation with one of them, which goes on in it: its words stay where they are.
   */
  groupBeside: (ask: {
    name: string;
    people: readonly string[];
    follows: string | null;
    key: string;
  }) => Result<{ id: string }>;
  /** How much of what others wrote about the issue the asker has not read; 100 is 100 or more. */
  news: () => Result<{ unreadCount: number }>;
};
