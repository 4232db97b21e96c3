import type { OpenedConversation, Result } from '../../../src/app/definitions';
import { expectAnswer } from './expect-answer';

/** A conversation of the inbox that was opened, its latest page beside what else is known of it. */
export function expectConversation(answer: Result<{ conversation: OpenedConversation }>) {
  const { conversation } = expectAnswer(answer);
  const { entry, page } = conversation;
  if (entry === null || page === null) throw new Error('It came without its line or its page');
  return { ...conversation, entry, ...page };
}
