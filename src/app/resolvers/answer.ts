import { isConsentRequest } from '../client/recognise-failure';
import { type Asker, readAsker } from './asker';
import type { Result } from './definitions';
import { toProblem } from './to-problem';

interface Request<Ask> {
  readonly payload: Ask;
  readonly context: Readonly<Record<string, unknown>>;
}

/**
 * A resolver out of what it does for whom: its failures become problems, save Forge's request for consent, which the
 * platform answers with its own prompt when it gets the very error back.
 */
export function answer<Ask, T>(work: (asker: Asker, ask: Ask) => Promise<T>) {
  return async ({ payload, context }: Request<Ask>): Promise<Result<T>> => {
    try {
      return { ok: true, ...(await work(readAsker(context), payload)) };
    } catch (error) {
      if (isConsentRequest(error)) throw error;
      return { ok: false, problem: toProblem(error) };
    }
  };
}
