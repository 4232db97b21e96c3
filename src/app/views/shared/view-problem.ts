import type { Problem } from '../../definitions';

/**
 * A problem as the view shows it: the resolver's, or what only the view sees: the platform's wish for the person's consent,
 * a connection that is gone, that Jira lets the reader find nobody.
 */
export type ViewProblem = Omit<Problem, 'code'> & {
  readonly code: Problem['code'] | 'consent_needed' | 'offline' | 'people_hidden';
};

/** Null when it is done, else why not. */
export type Outcome = Promise<ViewProblem | null>;
