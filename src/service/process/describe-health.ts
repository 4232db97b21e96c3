import { features } from '../../contract/features';
import type { Health } from '../../contract/people';
import { defaultLimits } from '../../document/limits';
import type { Config } from '../config/config';
import { version } from '../config/version';

/** What the app is told of this service. */
export function describeHealth(
  { rates }: Pick<Config, 'rates'>,
  store: { readonly kind: Health['store'] },
): Omit<Health, 'claims'> {
  return Object.freeze({
    version,
    store: store.kind,
    features: [...features],
    limits: Object.freeze({
      documentBytes: defaultLimits.bytes,
      documentDepth: defaultLimits.depth,
      sendsOfAccount: rates.sendsOfAccount,
      sendsOfClient: rates.sendsOfClient,
      reads: rates.reads,
    }),
  });
}
