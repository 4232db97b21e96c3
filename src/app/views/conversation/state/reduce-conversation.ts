import type { AdfDocument } from '../../../../document/types';
import type { MessagePage, OpenedConversation, ReactionName, ShownMessage, Told } from '../../../definitions';
import type { ViewProblem } from '../../shared/view-problem';
import { answerQuestions, changeQuestion, changeReminder } from './change-follow-up';
import { changeReaction } from './change-reaction';
import type { ConversationState, Outgoing } from './conversation-state';
import { type ApartAsked, awaitsApart, growApart, joinApart, leaveApart } from './join-apart';
import { mergeLatest, mergeMessages } from './merge-messages';
import { readUpTo } from './read-up-to';

/** What happened to one conversation; `in` is its name in the view: its other person beside an issue, else its id. */
export type ConversationEvent = { readonly in: string } & (
  | { readonly type: 'page-asked' }
  | { readonly type: 'page-came'; readonly page: MessagePage }
  | { readonly type: 'page-failed'; readonly problem: ViewProblem }
  /** Pages around the message that was looked for, or more of them on one side. */
  | ({ readonly type: 'apart-came'; readonly page: MessagePage } & ApartAsked)
  | ({ readonly type: 'apart-failed'; readonly problem: ViewProblem } & ApartAsked)
  /** Back to the newest ones. */
  | { readonly type: 'apart-left' }
  | { readonly type: 'partly-shown'; readonly isPartly: boolean }
  | { readonly type: 'came'; readonly conversation: OpenedConversation }
  | { readonly type: 'sending'; readonly draft: Omit<Outgoing, 'problem'> }
  | ({ readonly type: 'sent'; readonly key: string; readonly message: ShownMessage; readonly text: string } & Told)
  | { readonly type: 'send-failed'; readonly key: string; readonly problem: ViewProblem }
  | { readonly type: 'discarded'; readonly key: string }
  | {
      readonly type: 'edited';
      readonly id: string;
      readonly body: AdfDocument;
      readonly source: string | null;
      readonly editedAt: string;
    }
  | { readonly type: 'removed'; readonly id: string; readonly deletedAt: string }
  | { readonly type: 'reacted'; readonly id: string; readonly name: ReactionName; readonly isGiven: boolean }
  | { readonly type: 'question-changed'; readonly id: string; readonly isOpen: boolean }
  | { readonly type: 'reminded'; readonly message: string | null; readonly due: string | null }
  | { readonly type: 'read'; readonly id: string }
);

/** A conversation after an event of its own. Pure. */
export function reduceConversation<State extends ConversationState>(known: State, event: ConversationEvent): State {
  switch (event.type) {
    case 'page-asked':
      return { ...known, isFetching: true, problem: null };
    case 'page-came': {
      const messages = mergeMessages(known.messages, event.page.messages);
      const upTo = known.upTo ?? event.page.messages.at(-1)?.id ?? null;
      return { ...known, messages, before: event.page.before, upTo, isLoaded: true, isFetching: false };
    }
    case 'page-failed':
      return { ...known, isFetching: false, problem: event.problem };
    case 'apart-came':
      if (!awaitsApart(known, event)) return known;
      return joinApart({ ...known, apart: growApart(known.apart, event), isFetching: false });
    case 'apart-failed': {
      if (!awaitsApart(known, event)) return known;
      // A link may name what is not there any more, or never was: it leads to the conversation then.
      const isGone = event.side === 'around' && event.problem.code === 'gone';
      return isGone ? leaveApart(known) : { ...known, isFetching: false, problem: event.problem };
    }
    case 'apart-left':
      return leaveApart(known);
    case 'partly-shown':
      return { ...known, isPartlyShown: event.isPartly };
    case 'came':
      return joinApart({ ...renewConversation(known, event.conversation), isFetching: false });
    case 'sending': {
      const others = known.outgoing.filter(({ key }) => key !== event.draft.key);
      return { ...known, outgoing: [...others, { ...event.draft, problem: null }] };
    }
    case 'sent': {
      const answered = answerQuestions(known, event.message);
      const messages = mergeMessages(answered.messages, [event.message]);
      const outgoing = known.outgoing.filter(({ key }) => key !== event.key);
      return { ...answered, messages, outgoing, mailClosed: event.mailClosed };
    }
    case 'send-failed': {
      const { key, problem } = event;
      return { ...known, outgoing: known.outgoing.map((it) => (it.key === key ? { ...it, problem } : it)) };
    }
    case 'discarded':
      return { ...known, outgoing: known.outgoing.filter(({ key }) => key !== event.key) };
    case 'edited': {
      const { body, source, editedAt } = event;
      return changeMessage(known, event.id, { body, source, editedAt });
    }
    case 'removed':
      return changeMessage(changeQuestion(known, event.id, false), event.id, {
        body: null,
        source: null,
        deletedAt: event.deletedAt,
        reactions: [],
      });
    case 'reacted': {
      const { id, name, isGiven } = event;
      return changeMessage(known, id, ({ reactions }) => ({ reactions: changeReaction(reactions, name, isGiven) }));
    }
    case 'question-changed':
      return changeQuestion(known, event.id, event.isOpen);
    case 'reminded':
      return { ...known, reminders: changeReminder(known.reminders, event.message, event.due) };
    case 'read':
      return readUpTo(known, event.id);
  }
}

/** A conversation after it came again, with or without its latest page. */
export function renewConversation<State extends ConversationState>(
  known: State,
  { page, ...facts }: OpenedConversation,
): State {
  const pages = page === null ? {} : { ...mergeLatest(known, page), isLoaded: true };
  // What a send or a start found out holds until the next one: what only looks asks nobody.
  const mailClosed = facts.mailClosed ?? known.mailClosed;
  return { ...known, ...facts, ...pages, mailClosed, problem: null };
}

function changeMessage<State extends ConversationState>(
  known: State,
  id: string,
  change: Partial<ShownMessage> | ((known: ShownMessage) => Partial<ShownMessage>),
): State {
  const changed = (it: ShownMessage) =>
    it.id === id ? { ...it, ...(typeof change === 'function' ? change(it) : change) } : it;
  const apart = known.apart && { ...known.apart, messages: known.apart.messages.map(changed) };
  return { ...known, messages: known.messages.map(changed), apart };
}
