import { withDeadline } from '../../client/deadline';
import { isConsentRequest } from '../../client/recognise-failure';
import type { Result } from '../../definitions';
import { isAdministrator } from '../../jira/is-administrator';
import { ProblemError } from '../../problems/problem-error';
import { toProblem } from '../../problems/to-problem';
import { readPayload, type Shape } from '../payload/read-payload';
import { type Asker, type Context, identifyAsker, identifySiteAsker, type SiteAsker } from './asker';
import { blamePayload } from './blame-payload';
import { findPlace } from './find-place';
import { hideReceipts } from './hide-receipts';
import { type Beginning, type DirectPlace, type Place, readAddress } from './read-address';

/** What all calls of one answer may take together, in milliseconds. The platform ends a resolver after 25 seconds. */
const answerBudgetMs = 20_000;

interface Request {
  readonly payload: unknown;
  readonly context: Context;
}

/** What a resolver does for whom; `context` is the platform's. */
type Work<Who, Ask, T> = (asker: Who, ask: Ask, context: Context) => Promise<T>;

/**
 * A resolver of an issue, out of the members that it reads of its payload and of what it does for whom: its failures
 * become problems, save Forge's request for consent, which the platform answers with its own prompt when it gets the
 * very error back.
 */
export function answer<Ask, T>(shape: Shape<Ask>, work: Work<Asker, Ask, T>) {
  return answerWith(shape, ({ payload, context }) =>
    work(identifyAsker(context), readPayload(payload, shape), context),
  );
}

/** The same where no issue is concerned. */
export function answerOnSite<Ask, T>(shape: Shape<Ask>, work: Work<SiteAsker, Ask, T>) {
  return answerWith(shape, ({ payload, context }) =>
    work(identifySiteAsker(context), readPayload(payload, shape), context),
  );
}

/** The same about one conversation, whichever way the payload names it. Where there is none yet, nothing in it is there. */
export function answerAt<Ask, T>(shape: Shape<Ask>, work: (asker: SiteAsker, at: Place, ask: Ask) => Promise<T>) {
  return answerAnywhere(shape, (asker, at, ask: Ask) => {
    if (at.kind === 'beginning') throw new ProblemError({ code: 'gone' });
    return work(asker, at, ask);
  });
}

/** The same also where a conversation would begin. */
export function answerAnywhere<Ask, T>(
  shape: Shape<Ask>,
  work: (asker: SiteAsker, at: Place | Beginning, ask: Ask) => Promise<T>,
) {
  return answerNamed(shape, async (asker, named, ask: Ask) => work(asker, await findPlace(asker, named), ask));
}

/** The same before the service is asked where that is: for work that looks at what it was given first. */
export function answerNamed<Ask, T>(
  shape: Shape<Ask>,
  work: (asker: SiteAsker, named: Place | DirectPlace, ask: Ask) => Promise<T>,
) {
  return answerWith(shape, ({ payload, context }) =>
    work(identifySiteAsker(context), readAddress(payload, context), readPayload(payload, shape)),
  );
}

/**
 * The same for the admin page. Whoever opens the page in a browser of their own can call it, so that each call asks
 * Jira whether the asker administers it, as the asker, before anything else is looked at.
 */
export function answerAdministrator<Ask, T>(shape: Shape<Ask>, work: Work<SiteAsker, Ask, T>) {
  return answerWith(shape, async ({ payload, context }) => {
    const asker = identifySiteAsker(context);
    if (!(await isAdministrator())) throw new ProblemError({ code: 'not_administrator' });
    return work(asker, readPayload(payload, shape), context);
  });
}

function answerWith<T>(shape: object, work: (request: Request) => Promise<T>) {
  return async (request: Request): Promise<Result<T>> => {
    try {
      // What is thrown before the first wait is a problem, too.
      return { ok: true, ...(await withDeadline(answerBudgetMs, async () => hideReceipts(await work(request)))) };
    } catch (error) {
      if (isConsentRequest(error)) throw error;
      return { ok: false, problem: toProblem(blamePayload(error, shape)) };
    }
  };
}
