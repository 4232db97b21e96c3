import type { FollowUp, OpenQuestion, ShownMessage, ShownReminder } from '../../../definitions';
import type { ConversationState } from './conversation-state';

/** A conversation once somebody waits for an answer to a message, or nobody does any more. Pure. */
export function changeQuestion<State extends ConversationState>(known: State, id: string, isOpen: boolean): State {
  const message = known.messages.find((it) => it.id === id) ?? known.apart?.messages.find((it) => it.id === id);
  const others = (known.questions ?? []).filter(({ messageId }) => messageId !== id);
  const one = message === undefined || !isOpen ? [] : [toQuestion(message)];
  return withQuestions(known, [...one, ...others], (it) => (it.id === id ? isOpen : it.awaitsAnswer));
}

/** The same once the reader has sent something: it answers what was asked of them about the same issue. */
export function answerQuestions<State extends ConversationState>(known: State, sent: ShownMessage): State {
  const about = sent.issue?.id ?? null;
  const isAnswered = ({ isMine, issueId }: Pick<OpenQuestion, 'isMine' | 'issueId'>) =>
    !isMine && (sent.sender === null || issueId === about);
  const open = (known.questions ?? []).filter((it) => !isAnswered(it));
  const added = sent.awaitsAnswer ? [toQuestion(sent), ...open] : open;
  return withQuestions(known, added, (it) => it.awaitsAnswer && !isAnswered(toQuestion(it)));
}

/** Once a reminder was set in a place, or taken away. */
export function changeReminder(
  known: readonly ShownReminder[],
  messageId: string | null,
  due: string | null,
): readonly ShownReminder[] {
  const others = known.filter((it) => it.messageId !== messageId);
  const all = due === null ? others : [...others, { messageId, due }];
  return all.sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** Whose answer is waited for, as a line of the inbox says it. */
export function findTurn({ questions }: Pick<FollowUp, 'questions'>): 'mine' | 'theirs' | null {
  if (questions === null || questions.length === 0) return null;
  return questions.some(({ isMine }) => !isMine) ? 'mine' : 'theirs';
}

function toQuestion({ id, from, issue }: ShownMessage): OpenQuestion {
  return { messageId: id, issueId: issue?.id ?? null, isMine: from === 'me' };
}

function withQuestions<State extends ConversationState>(
  known: State,
  questions: readonly OpenQuestion[],
  awaits: (message: ShownMessage) => boolean,
): State {
  const changed = (it: ShownMessage) => (awaits(it) === it.awaitsAnswer ? it : { ...it, awaitsAnswer: awaits(it) });
  const apart = known.apart && { ...known.apart, messages: known.apart.messages.map(changed) };
  // A service that knows no questions goes on knowing none.
  return {
    ...known,
    questions: known.questions && questions,
    messages: known.messages.map(changed),
    apart,
  };
}
