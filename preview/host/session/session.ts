import { type FaultMode, faultModes } from '../../../platform/wire/wire';
import type { BootPerson } from '../../wire/wire';

/** Who looks at this tab, and how the service is to be met from it. */
export interface Session {
  /** Null: not logged in. */
  readonly person: BootPerson | null;
  readonly faultMode: FaultMode;
}

const personKey = 'aside-preview.person';
const modeKey = 'aside-preview.service';

/**
 * The person of this tab: from `?as=` (a handle, an account id or `anonymous`), else whom this tab had before, else the
 * first. `?as=` is taken out of the address, so that a later reload keeps whoever was chosen since.
 */
export function openSession(people: readonly BootPerson[]): Session {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get('as');
  if (asked !== null) {
    address.searchParams.delete('as');
    window.history.replaceState(null, '', address);
  }
  const name = asked ?? window.sessionStorage.getItem(personKey);
  const known = people.filter((person) => person.canSignIn);
  const found = known.find((person) => person.handle === name || person.accountId === name);
  const person = name === 'anonymous' ? null : (found ?? known[0] ?? null);
  keepPerson(person);
  const mode = window.sessionStorage.getItem(modeKey);
  return { person, faultMode: faultModes.find((candidate) => candidate === mode) ?? 'normal' };
}

export function keepPerson(person: BootPerson | null): void {
  window.sessionStorage.setItem(personKey, person?.handle ?? 'anonymous');
}

export function keepFaultMode(mode: FaultMode): void {
  window.sessionStorage.setItem(modeKey, mode);
}
