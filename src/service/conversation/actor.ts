import type { Sender } from '../../contract/resources';

/** Who acts, as far as the rules of conversations need to know. A verified `Caller` is one. */
export interface Actor {
  readonly kind: Sender['kind'];
  /** The account id, `app:<app uuid>` or `client:<client id>`. */
  readonly id: string;
  /** The name of an OAuth client; null for all others. */
  readonly label: string | null;
}
