import type { Scope } from '../../contract/scopes';
import type { SeenClaim } from './describe-claims';

/** Who asks, as proved by a verified token. Nothing of it comes from a body, a query or an unproved header. */
export interface Caller {
  readonly kind: 'user' | 'app' | 'client';
  /** The account id, `app:<app uuid>` or `client:<client id>`: what a message's sender and a membership hold. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The sites (cloudIds, lower case) that the token reaches. */
  readonly sites: ReadonlySet<string>;
  /** The name of an OAuth client, for the origin of what it sends; null for all others. */
  readonly label: string | null;
  /** The claims of the app's own token; absent for all others. */
  readonly claims?: readonly SeenClaim[];
}
