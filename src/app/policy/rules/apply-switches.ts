import type { Switches } from '../../storage/switches';
import type { WritingSwitches } from './decide-writing';

/** What the settings say of a message about an issue of this project; null for one that is about none. */
export function applySwitches(saved: Switches, projectId: string | null): WritingSwitches {
  return {
    isSiteOn: saved.isOn,
    isProjectOn: saved.projectsOff.every(({ id }) => id !== projectId),
    rulesMaySend: saved.rulesMaySend,
    peopleMayBegin: saved.peopleMayBegin,
  };
}
