import { jiraId, matchWhole } from '../../../patterns';
import type { Switches } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';

/** More than any administrator names by hand, and far below what one value of the storage may hold. */
const mostProjects = 500;
const wholeId = matchWhole(jiraId);

/** What the page asks to be saved, with nothing in it that was not asked for. @throws ProblemError `unexpected` */
export function readSwitchesAsk(value: unknown): Switches {
  const { isOn, projectsOff, rulesMaySend } = (value ?? {}) as Readonly<Record<keyof Switches, unknown>>;
  const isRight = typeof isOn === 'boolean' && typeof rulesMaySend === 'boolean' && Array.isArray(projectsOff);
  if (!isRight || projectsOff.length > mostProjects) throw new ProblemError({ code: 'unexpected' });
  return { isOn, rulesMaySend, projectsOff: projectsOff.map(readProject) };
}

function readProject(value: unknown): Switches['projectsOff'][number] {
  const { id, key, name } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !wholeId.test(id)) throw new ProblemError({ code: 'unexpected' });
  return { id, key: cut(key), name: cut(name) };
}

/** Only to show which project is meant; Jira's own limits are below it. */
function cut(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, 255) : '';
}
