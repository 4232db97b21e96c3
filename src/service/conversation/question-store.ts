import type { ChangePermit } from './conversation-store';

/** A message, and whether its sender waits for an answer from now on. */
export interface QuestionChange {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly isOpen: boolean;
}

/** Beside it, a send of the other end about the same issue closes what was asked before it, in the same commit. */
export interface QuestionStore {
  /** Again is nothing new. @throws what the permit's rule throws */
  changeQuestion(change: QuestionChange, permit: ChangePermit): Promise<void>;
}
