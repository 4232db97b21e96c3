import type { Problem } from '../../definitions';

/** A problem as the view shows it: the resolver's, or the platform's wish for the person's consent. */
export type ViewProblem = Omit<Problem, 'code'> & { readonly code: Problem['code'] | 'consent_needed' };

/** Null when it is done, else why not. */
export type Outcome = Promise<ViewProblem | null>;
