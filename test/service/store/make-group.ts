import { aGroup, unchecked } from '../../shared/store/builders';
import type { TestStore } from './open-test-store';

/** A group of alice's with others in it; its id. */
export async function makeGroup(
  { store }: TestStore,
  parts: Parameters<typeof aGroup>[0],
  others: readonly string[] = [],
): Promise<string> {
  const made = await store.createGroup(aGroup(parts));
  if (made.outcome !== 'created') throw new Error(made.outcome);
  if (others.length > 0)
    await store.changeMembers(parts.cloudId, made.value.id, { add: others, remove: [] }, unchecked);
  return made.value.id;
}
