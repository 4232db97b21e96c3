import type { AdfDocument } from '../../../../document/types';
import type { MessagePage, OpenedConversation, ShownMessage } from '../../../definitions';
import type { Words } from '../../../definitions/composer';
import type { ViewProblem } from '../../shared/view-problem';

/** A message on its way. `problem` is null while it is being sent. */
export interface Outgoing {
  /** The idempotency key; it stays the same for every try. */
  readonly key: string;
  readonly words: Words;
  /** What is shown meanwhile: what Markdown makes of words that were typed as such is seen when they are sent. */
  readonly body: AdfDocument;
  readonly ts: string;
  /** The newest message when it was written, where something was new up to it; null where nothing was. */
  readonly answers: string | null;
  /** Whether its sender waits for an answer. */
  readonly isQuestion: boolean;
  readonly problem: ViewProblem | null;
}

/** A conversation as it stands in a view. `messages` ascend by id, the order of their commits. */
export interface ConversationState extends Omit<OpenedConversation, 'page'> {
  readonly messages: readonly ShownMessage[];
  readonly before: string | null;
  /** The newest id to which the pages that came reach without a gap; null before the first one. */
  readonly upTo: string | null;
  /** False until the first page is there. */
  readonly isLoaded: boolean;
  readonly isFetching: boolean;
  /** Why what was asked for last did not come. */
  readonly problem: ViewProblem | null;
  readonly outgoing: readonly Outgoing[];
  /** Whether some of what is new was opened and lies on pages that were not shown: an answer says nothing of it. */
  readonly isPartlyShown: boolean;
  /** The message that a search or a link led here for. */
  readonly foundId: string | null;
  /** Pages around that message; null where there is none, and once they reach to the others. */
  readonly apart: ApartPages | null;
}

/** Pages in the middle of a conversation. */
export interface ApartPages extends MessagePage {
  /** The id after which later ones are asked for. */
  readonly after: string | null;
}

/** Before anything of it has come. */
export const unknownConversation: ConversationState = Object.freeze({
  conversationId: null,
  person: null,
  isAssignee: false,
  isReporter: false,
  entry: null,
  members: [],
  readBy: [],
  unreadCount: 0,
  mentioned: false,
  hasDraft: null,
  questions: [],
  reminders: [],
  unreadIn: null,
  mailClosed: null,
  refusal: null,
  messages: [],
  before: null,
  upTo: null,
  isLoaded: false,
  isFetching: false,
  problem: null,
  outgoing: [],
  isPartlyShown: false,
  foundId: null,
  apart: null,
});
