import type { Person } from './people';

/** In whose name a request to the local Jira is made. */
export type Actor =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };
