import type { ConversationDefinitions, OpenedConversation } from './conversation';
import type { Person } from './person';
import type { Result } from './problem';

/** What the asker and one other person wrote to each other about an issue. */
export interface PanelThread extends OpenedConversation {
  readonly person: Person;
}

export interface OpenedPanel {
  readonly assignee: 'nobody' | 'me' | 'someone';
  /** The assignee's first, even when it is empty; then people by the newest message, at their end the reporter where there is none yet; then programs. */
  readonly threads: readonly PanelThread[];
}

/** What the panel may ask beside its conversations. Who asks and about which issue comes from the platform, never from here. */
export type PanelDefinitions = ConversationDefinitions & {
  open: () => Result<OpenedPanel>;
  /** People who can see the issue and whose name fits, at most 20; never the asker. */
  findPeople: (ask: { text: string }) => Result<{ people: readonly Person[] }>;
};
