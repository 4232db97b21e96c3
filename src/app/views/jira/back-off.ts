import type { AskJira, JiraAnswer } from './jira-request';

/** How long nothing is asked after Jira was busy or away, in milliseconds: at first and at most. */
const firstPause = 30_000;
const longestPause = 900_000;
/** The same where no answer came at all: a lost connection spares Jira nothing, and whoever tries again means it. */
const lostPause = 2_000;

/**
 * The same, which asks nothing for a while after Jira was busy or away, ever longer. A view sees no header of Jira's
 * limits, so that it knows neither how many requests are left nor when to come back. Null: not asked, or not answered.
 */
export function withBackOff(
  ask: AskJira,
  now: () => number,
): (...question: Parameters<AskJira>) => Promise<JiraAnswer | null> {
  let pause = firstPause;
  let quietUntil = 0;
  return async (question) => {
    if (now() < quietUntil) return null;
    const answer = await ask(question).catch(() => null);
    if (answer === null) {
      quietUntil = now() + lostPause;
      return null;
    }
    if (answer.status !== 429 && answer.status < 500) {
      pause = firstPause;
      return answer;
    }
    quietUntil = now() + pause;
    pause = Math.min(pause * 2, longestPause);
    return null;
  };
}
