import { accountId, matchWhole } from '../../../patterns/patterns';
import { isolateText } from '../../definitions';
import type { Person } from '../../definitions/person';
import { previewMarks } from '../../definitions/preview-marks';
import { refuseRecipient } from '../../definitions/refuse-recipient';
import type { IssueTitle, JiraReader } from './jira-reader';

/** In the place of a name that Jira does not give: neither an account id, nor what a sender may have put there. */
const nameless = '@…';
/** Characters of the newest message that a line shows. */
const longestPreview = 140;

const isAccount = matchWhole(accountId);
const places = new Set(['assignee', 'reporter', 'group']);
const marked = new RegExp(`${previewMarks.begin}([^${previewMarks.end}]*)${previewMarks.end}`, 'g');
/** What a line's end cut in two. */
const cut = new RegExp(`${previewMarks.begin}[^${previewMarks.end}]*$`);

type Part = Readonly<Record<string, unknown>>;

/** What is to be asked of Jira for an answer, and what it said. */
interface Wanted {
  readonly people: Set<string>;
  readonly issues: Set<string>;
}
interface Known {
  readonly people: ReadonlyMap<string, Person>;
  readonly titles: ReadonlyMap<string, IssueTitle | null>;
}

/**
 * A function's answer with what Jira shows the reader of everyone and everything in it. Functions ask Jira for nothing
 * that is only shown: they answer people by their ids, mentions and issues without names. What Jira does not answer
 * stays as it came.
 */
export async function completeAnswer<T>(answer: T, jira: Pick<JiraReader, 'findPeople' | 'findTitles'>): Promise<T> {
  const wanted: Wanted = { people: new Set(), issues: new Set() };
  collect(answer, wanted);
  if (wanted.people.size === 0 && wanted.issues.size === 0) return answer;
  const [people, titles] = await Promise.all([
    wanted.people.size === 0 ? new Map<string, Person>() : jira.findPeople(wanted.people),
    wanted.issues.size === 0 ? new Map<string, IssueTitle | null>() : jira.findTitles(wanted.issues),
  ]);
  return fill(answer, { people, titles }) as T;
}

function collect(value: unknown, wanted: Wanted): void {
  if (Array.isArray(value)) for (const item of value) collect(item, wanted);
  else if (isPart(value)) collectPart(value, wanted);
}

function collectPart(part: Part, wanted: Wanted): void {
  if (isPerson(part)) {
    if (part.name === null && part.kind === 'person') wanted.people.add(part.id);
    return;
  }
  const mentioned = findMention(part);
  if (mentioned !== null) wanted.people.add(mentioned);
  if (isUntitled(part)) wanted.issues.add(part.id);
  const receiver = findReceiver(part);
  if (receiver !== null) wanted.people.add(receiver);
  for (const [name, member] of Object.entries(part)) {
    if (name === 'text' && typeof member === 'string')
      for (const [, id = ''] of member.matchAll(marked)) wanted.people.add(id);
    else collect(member, wanted);
  }
}

function fill(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, known));
  return isPart(value) ? fillPart(value, known) : value;
}

function fillPart(part: Part, known: Known): unknown {
  if (isPerson(part)) return part.name === null ? (known.people.get(part.id) ?? part) : part;
  if (isUntitled(part)) return { ...part, ...known.titles.get(part.id) };
  const mentioned = findMention(part);
  if (mentioned !== null) return { ...part, attrs: { ...(part['attrs'] as Part), text: mention(mentioned, known) } };
  const filled = Object.fromEntries(
    Object.entries(part).map(([name, member]) => [
      name,
      name === 'text' && typeof member === 'string' ? fillText(member, known) : fill(member, known),
    ]),
  );
  const receiver = findReceiver(part);
  if (receiver !== null) filled['toName'] = known.people.get(receiver)?.name ?? null;
  const { person, refusal, entry } = filled;
  if (refusal === null && isPart(entry) && isHidden(entry['issue'], known)) filled['refusal'] = 'issue_hidden';
  // Whom one cannot write to is shown; a send asks Jira again.
  if (refusal === null && isPart(person) && isPerson(person)) filled['refusal'] = refuseRecipient(person);
  return filled;
}

function fillText(text: string, known: Known): string {
  if (!text.includes(previewMarks.begin)) return text;
  const named = text.replace(marked, (_, id: string) => mention(id, known)).replace(cut, nameless);
  const characters = [...named];
  return characters.length <= longestPreview ? named : `${characters.slice(0, longestPreview - 1).join('')}…`;
}

function mention(id: string, { people }: Known): string {
  const name = people.get(id)?.name ?? null;
  return name === null ? nameless : `@${isolateText(name)}`;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPerson(part: Part): part is Part & Person {
  return typeof part['id'] === 'string' && 'kind' in part && 'active' in part && 'name' in part;
}

/** An issue of which nothing but its id is known. */
function isUntitled(part: Part): part is Part & { readonly id: string } {
  return typeof part['id'] === 'string' && part['summary'] === null && part['key'] === null;
}

/** An issue that Jira does not show the reader; where it did not answer, nobody knows. */
function isHidden(issue: unknown, { titles }: Known): boolean {
  return isPart(issue) && titles.get(String(issue['id'])) === null;
}

function findMention({ type, attrs }: Part): string | null {
  const id = type === 'mention' && isPart(attrs) ? attrs['id'] : null;
  return typeof id === 'string' && isAccount.test(id) ? id : null;
}

/** Whom a line of the delivery log was for, where it is a person whose name is not known. */
function findReceiver({ to, toName }: Part): string | null {
  return typeof to === 'string' && toName === null && !places.has(to) && isAccount.test(to) ? to : null;
}
