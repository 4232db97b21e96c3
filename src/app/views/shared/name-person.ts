import { isolateText, type PanelThread } from '../../definitions';
import type { Texts } from './use-texts';

type Person = PanelThread['person'];

/** What to call someone whom Jira may not name. */
export function namePerson(t: Texts, { name, kind }: Person): string {
  return name === null ? t(kind === 'program' ? 'people.program' : 'people.nameless') : isolateText(name);
}
