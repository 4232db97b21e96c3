import type { Problem } from '../../definitions';

/** A problem as the view shows it: the resolver's, the platform's wish for the person's consent, or that Jira lets the reader find nobody. */
export type ViewProblem = Omit<Problem, 'code'> & {
  readonly code: Problem['code'] | 'consent_needed' | 'people_hidden';
};

/** Null when it is done, else why not. */
export type Outcome = Promise<ViewProblem | null>;
