import type { Feature } from '../../contract/features';
import type { Health } from '../../contract/people';

/** Whether the service can do this. One of the release before lists nothing, and one that is newer more than is known here. */
export function hasFeature({ features = [] }: Pick<Health, 'features'>, feature: Feature): boolean {
  return features.includes(feature);
}
