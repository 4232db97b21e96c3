import { decideAskQuestion, decideCloseQuestion } from '../conversation/question-rules';
import type { QuestionStore } from '../conversation/question-store';
import type { Handlers, OperationRequest } from './input/operation-request';

type QuestionRequest = OperationRequest<'askQuestion' | 'closeQuestion'>;

/** Messages of direct conversations whose sender waits for an answer. */
export function createQuestionHandlers(store: QuestionStore): Pick<Handlers, 'askQuestion' | 'closeQuestion'> {
  const change =
    (isOpen: boolean) =>
    async ({ caller, params }: QuestionRequest) => {
      const decide = (isOpen ? decideAskQuestion : decideCloseQuestion).bind(null, caller);
      await store.changeQuestion({ ...params, isOpen }, { callerId: caller.id, decide });
      return undefined;
    };
  return { askQuestion: change(true), closeQuestion: change(false) };
}
