import type { Result } from '../../definitions';
import { completeAnswer } from '../jira/complete-answer';
import { pageJira } from '../jira/page-jira';
import type { ViewProblem } from './view-problem';

export type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: ViewProblem };

/**
 * A resolver's answer that always comes, with the names that Jira shows the reader: an invocation that fails as such (the
 * platform's wish for consent, a lost connection, a function that timed out) becomes a problem too.
 */
export async function askResolver<T>(invocation: Promise<Result<T>>): Promise<Answer<T>> {
  try {
    const answer = await invocation;
    return await completeAnswer(answer, pageJira);
  } catch (error) {
    return { ok: false, problem: { code: judge(error) } };
  }
}

function judge(error: unknown): ViewProblem['code'] {
  if (wantsConsent(error)) return 'consent_needed';
  return isOffline(error) ? 'offline' : 'unexpected';
}

/** A browser may think itself online behind a network that leads nowhere: then the words count that Chromium, Firefox and Safari have for it. */
function isOffline(error: unknown): boolean {
  if (globalThis.navigator?.onLine === false) return true;
  return /Failed to fetch|NetworkError when attempting|Load failed/i.test(String(error));
}

/** How the bridge words the platform's error is not documented, so that its code, name and message all count. */
function wantsConsent(error: unknown): boolean {
  const { name, code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return /NEEDS_AUTHENTICATION|Authentication Required/i.test([name, code, message, error].map(String).join(' '));
}
