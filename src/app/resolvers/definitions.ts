import type { AdfDocument } from '../../document/types';
import type { WritingRefusal } from '../policy/decide-writing';
import type { Person } from '../policy/person';

/** The longest text that a message is written from, in UTF-16 code units. The document's own limit may be met before. */
export const longestText = 10_000;

/** What went wrong, as a word for which the view has a sentence that says what to do next. */
export interface Problem {
  readonly code:
    | WritingRefusal
    | 'issue_hidden'
    | 'address_not_set'
    | 'service_away'
    | 'not_the_service'
    | 'service_refused'
    | 'blocked'
    | 'rate_limited'
    | 'jira_away'
    | 'text_empty'
    | 'text_too_long'
    | 'already_sent'
    | 'gone'
    | 'unexpected';
  /** In seconds, where the service said when to come back. */
  readonly retryAfter?: number;
  /** The service's id of the refused request, for its administrator. */
  readonly reference?: string;
}

export type Result<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Problem };

/** A message as a view needs it. A deleted one has no body. */
export interface PanelMessage {
  readonly id: string;
  readonly from: 'me' | 'them';
  readonly body: AdfDocument | null;
  /** The Markdown for its author to edit; null when it is not the asker's, or when Markdown cannot hold all of it. */
  readonly source: string | null;
  /** ISO 8601, UTC. */
  readonly ts: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  /** Set for what an automation rule or a program sent: its own, unverified name for itself. */
  readonly origin: { readonly kind: 'rule' | 'client'; readonly label: string | null } | null;
}

/** Messages in ascending order, and the id to ask for older ones with; null at the beginning of the thread. */
export interface MessagePage {
  readonly messages: readonly PanelMessage[];
  readonly before: string | null;
}

/** What the asker and one other person wrote to each other about this issue. */
export interface PanelThread {
  readonly person: Person;
  readonly isAssignee: boolean;
  /** Why the asker cannot write to this person; null when they can. */
  readonly refusal: WritingRefusal | null;
  /** Null when `open` did not carry it: ask for it with `thread`. */
  readonly page: MessagePage | null;
}

export interface OpenedPanel {
  readonly assignee: 'nobody' | 'me' | 'someone';
  /** The assignee's first, even when it is empty; then people by the newest message, then programs. */
  readonly threads: readonly PanelThread[];
}

/**
 * What the panel may ask. Who asks and about which issue comes from the platform, never from here. `with` names a
 * thread by the other person's id.
 */
export type PanelDefinitions = {
  open: () => Result<OpenedPanel>;
  thread: (ask: { with: string }) => Result<MessagePage>;
  /** `before` is the page's; at most 25 messages come back. */
  older: (ask: { with: string; before: string }) => Result<MessagePage>;
  /** `key` is made once for each message that someone composes, so that trying again never sends twice. */
  send: (ask: { with: string; text: string; key: string }) => Result<{ message: PanelMessage }>;
  edit: (ask: { with: string; id: string; text: string }) => Result<{ body: AdfDocument; editedAt: string }>;
  remove: (ask: { with: string; id: string }) => Result<{ deletedAt: string }>;
};
