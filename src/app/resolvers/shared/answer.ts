import { withDeadline } from '../../client/deadline';
import { isConsentRequest } from '../../client/recognise-failure';
import type { Result } from '../../definitions';
import { toProblem } from '../../problems/to-problem';
import { type Asker, identifyAsker, identifySiteAsker, type SiteAsker } from './asker';

/** What all calls of one answer may take together, in milliseconds. The platform ends a resolver after 25 seconds. */
const answerBudgetMs = 20_000;

interface Request<Ask> {
  readonly payload: Ask;
  readonly context: Readonly<Record<string, unknown>>;
}

/** What a resolver does for whom; `context` is the platform's. */
type Work<Who, Ask, T> = (asker: Who, ask: Ask, context: Request<Ask>['context']) => Promise<T>;

/**
 * A resolver of an issue, out of what it does for whom: its failures become problems, save Forge's request for consent,
 * which the platform answers with its own prompt when it gets the very error back.
 */
export function answer<Ask, T>(work: Work<Asker, Ask, T>) {
  return answerAs(identifyAsker, work);
}

/** The same where no issue is concerned. */
export function answerOnSite<Ask, T>(work: Work<SiteAsker, Ask, T>) {
  return answerAs(identifySiteAsker, work);
}

function answerAs<Who, Ask, T>(readWho: (context: Request<Ask>['context']) => Who, work: Work<Who, Ask, T>) {
  return async ({ payload, context }: Request<Ask>): Promise<Result<T>> => {
    try {
      return { ok: true, ...(await withDeadline(answerBudgetMs, () => work(readWho(context), payload, context))) };
    } catch (error) {
      if (isConsentRequest(error)) throw error;
      return { ok: false, problem: toProblem(error) };
    }
  };
}
