import type { Health } from '../contract/people';
import { defaultLimits } from '../document/limits';
import type { Config } from './config';

/** What the app is told of this service. The version is the package's, written in by the build. */
export function describeHealth({ rates }: Pick<Config, 'rates'>, store: { readonly kind: Health['store'] }): Health {
  return Object.freeze({
    version: process.env['ASIDE_VERSION'] ?? 'development',
    store: store.kind,
    limits: Object.freeze({
      documentBytes: defaultLimits.bytes,
      documentDepth: defaultLimits.depth,
      sendsOfAccount: rates.sendsOfAccount,
      sendsOfClient: rates.sendsOfClient,
      reads: rates.reads,
    }),
  });
}
