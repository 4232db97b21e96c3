import { namePerson } from './name-person';
import type { Texts } from './use-texts';
import type { ViewProblem } from './view-problem';

/** A problem in a few sentences: what to do next, by how much a limit is passed, when to come back, and what to tell the service's administrator. */
export function describeProblem(
  t: Texts,
  { code, field, people = [], limit, until, retryAfter, reference }: ViewProblem,
): string {
  const sentences = [t(`problem.${code}.text`)];
  if (until !== undefined) sentences.unshift(t('problem.until', { time: new Date(until) }));
  if (people.length > 0)
    sentences.push(t('problem.people', { names: people.map((it) => namePerson(t, it)).join(', ') }));
  if (field !== undefined) sentences.push(t('problem.field', { field }));
  if (limit !== undefined) sentences.push(t(`problem.over.${limit.unit}`, { most: limit.most, over: limit.over }));
  if (retryAfter !== undefined) sentences.push(t('problem.wait', { seconds: retryAfter }));
  else if (passing.has(code)) sentences.push(t('problem.later'));
  if (reference !== undefined && forAdministrator.has(code)) sentences.push(t('problem.reference', { reference }));
  return sentences.join(' ');
}

const passing = new Set<ViewProblem['code']>(['service_away', 'jira_away', 'rate_limited']);
const forAdministrator = new Set<ViewProblem['code']>(['service_refused', 'service_away', 'unexpected']);
