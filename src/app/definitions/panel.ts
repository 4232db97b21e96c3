import type { ConversationDefinitions, OpenedConversation } from './conversation';
import type { Person } from './person';
import type { Result } from './problem';
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
  /** Whether these are all threads about the issue: then there is none with anyone else. */
  readonly isWhole: boolean;
  /** Why the asker writes to nobody here; null where they may. */
  readonly closed: WritingRefusal | null;
}

/** What the panel may ask beside its conversations. Who asks and about which issue comes from the platform, never from here. */
export type PanelDefinitions = ConversationDefinitions & {
  open: () => Result<OpenedPanel>;
};
