import { isolateText, type PanelThread } from '../../definitions';
import type { Texts } from './use-texts';

type Person = PanelThread['person'];

/** What to call someone whom Jira may not name. */
export function namePerson(t: Texts, { id, name, kind }: Person): string {
  if (name !== null) return isolateText(name);
  // What the app itself sends comes from rules; the web trigger is one way of theirs.
  if (kind === 'program') return t(id.startsWith('app:') ? 'people.automation' : 'people.program');
  // Of a person without a name Jira was asked and did not answer.
  return t(kind === 'person' ? 'people.unnamed' : 'people.nameless');
}
