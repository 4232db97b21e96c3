import { parsePerson } from '../../definitions/parse-person';
import type { Person } from '../../definitions/person';
import { withBackOff } from './back-off';
import type { AskJira } from './jira-request';

/** What an issue is called, as the reader may see it. */
export interface IssueTitle {
  readonly key: string;
  readonly summary: string;
}

/** Who is on an issue; `hidden` where the reader does not see it. */
export type IssuePeople = { readonly assignee: Person | null; readonly reporter: Person | null } | 'hidden';

/** What a page asks Jira for itself: what it only shows. Null, and an id that is not there: Jira did not answer. */
export interface JiraReader {
  /** Whoever Jira does not know is `unknown`. Asked once for a page. */
  findPeople(ids: Iterable<string>): Promise<ReadonlyMap<string, Person>>;
  /** Of an issue that the reader does not see null. Asked once for a page, and again for those not seen. */
  findTitles(ids: Iterable<string>): Promise<ReadonlyMap<string, IssueTitle | null>>;
  findIssue(id: string): Promise<IssuePeople | null>;
  /** Who watches an issue, active humans alone; `isWhole` is false where Jira does not show the reader all of them. */
  findWatchers(id: string): Promise<{ readonly people: readonly Person[]; readonly isWhole: boolean } | null>;
  /**
   * Which of these people see the issue, as Jira tells the reader; who is not among them does not, or is not shown to.
   * `not_allowed` where the reader may find nobody at all.
   */
  findViewers(issueKey: string, ids: readonly string[]): Promise<ReadonlySet<string> | 'not_allowed' | null>;
  /** By its key, whichever it has borne; null also where the reader does not see it. */
  findByKey(key: string): Promise<(IssueTitle & { readonly id: string }) | null>;
  /** Active humans whose name fits, at most 20, never the reader; `not_allowed` where the reader may find nobody at all. */
  searchPeople(text: string, readerId: string): Promise<readonly Person[] | 'not_allowed' | null>;
}

/** Ids of one request: an address of more than a hundred grows past what proxies let through. */
const atOnce = 100;
const mostOffered = 20;
/** A search by permission takes so many people first, at most, and keeps of them who fits: all are looked at. */
const mostLookedAt = 1_000;
/** Questions under way at once. */
const sideBySide = 5;
/** How many more are asked for, since apps and former users come with them. */
const mostFound = 50;

export function createJiraReader(request: AskJira, now: () => number = Date.now): JiraReader {
  const ask = withBackOff(request, now);
  const people = new Map<string, Person>();
  const titles = new Map<string, IssueTitle>();
  let mayBrowse: boolean | null = null;

  async function askForPeople(ids: readonly string[]): Promise<void> {
    const query = new URLSearchParams(ids.map((id) => ['accountId', id]));
    query.set('maxResults', String(ids.length));
    const answer = await ask({ method: 'GET', path: `/rest/api/3/user/bulk?${query}` });
    if (answer === null) return;
    if (answer.status === 200) {
      for (const person of listPeople((answer.body as { values?: unknown } | null)?.values))
        people.set(person.id, person);
      for (const id of ids) if (!people.has(id)) people.set(id, nobody(id));
    } else if (answer.status === 400 && ids.length > 1) {
      // Jira refuses a whole call for one id that it does not take: nobody is hidden by somebody else's.
      const half = Math.ceil(ids.length / 2);
      await askForPeople(ids.slice(0, half));
      await askForPeople(ids.slice(half));
    } else for (const id of ids) people.set(id, nobody(id));
  }

  async function askForTitles(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const body = { issueIdsOrKeys: ids, fields: ['summary'] };
    const answer = await ask({ method: 'POST', path: '/rest/api/3/issue/bulkfetch', body });
    if (answer === null) return new Set();
    const { issues } = (answer.body ?? {}) as { issues?: unknown };
    for (const [id, title] of (Array.isArray(issues) ? issues : []).flatMap(readTitle)) titles.set(id, title);
    return new Set(ids);
  }

  async function mayFindAnyone(): Promise<boolean> {
    if (mayBrowse !== null) return mayBrowse;
    const answer = await ask({ method: 'GET', path: '/rest/api/3/mypermissions?permissions=USER_PICKER' });
    const { permissions } = (answer?.body ?? {}) as { permissions?: { USER_PICKER?: { havePermission?: unknown } } };
    if (answer?.status !== 200) return true;
    mayBrowse = permissions?.USER_PICKER?.havePermission !== false;
    return mayBrowse;
  }

  return {
    async findPeople(ids) {
      const wanted = [...new Set(ids)];
      const missing = wanted.filter((id) => !people.has(id));
      for (const part of split(missing)) await askForPeople(part);
      return new Map(wanted.flatMap((id) => (people.has(id) ? [[id, people.get(id) as Person]] : [])));
    },
    async findTitles(ids) {
      const wanted = [...new Set(ids)];
      const asked = new Set<string>();
      for (const part of split(wanted.filter((id) => !titles.has(id)))) {
        for (const id of await askForTitles(part)) asked.add(id);
      }
      return new Map(
        wanted.flatMap((id): [string, IssueTitle | null][] => {
          const title = titles.get(id);
          if (title !== undefined) return [[id, title]];
          return asked.has(id) ? [[id, null]] : [];
        }),
      );
    },
    async findIssue(id) {
      const path = `/rest/api/3/issue/${encodeURIComponent(id)}?fields=assignee,reporter`;
      const answer = await ask({ method: 'GET', path });
      if (answer === null) return null;
      if (answer.status !== 200) return 'hidden';
      const { fields } = (answer.body ?? {}) as { fields?: Readonly<Record<string, unknown>> };
      const found = { assignee: parsePerson(fields?.['assignee']), reporter: parsePerson(fields?.['reporter']) };
      for (const person of [found.assignee, found.reporter]) if (person !== null) people.set(person.id, person);
      return found;
    },
    async findWatchers(id) {
      const answer = await ask({ method: 'GET', path: `/rest/api/3/issue/${encodeURIComponent(id)}/watchers` });
      if (answer === null) return null;
      // Where nobody may watch there is no such thing, and none is missing. 403: not for this reader.
      if (answer.status !== 200) return { people: [], isWhole: answer.status === 404 };
      const { watchCount, watchers } = (answer.body ?? {}) as { watchCount?: unknown; watchers?: unknown };
      const found = listPeople(watchers);
      const shown = found.filter(({ kind, active }) => kind === 'person' && active);
      return { people: shown, isWhole: typeof watchCount !== 'number' || watchCount <= found.length };
    },
    async findViewers(issueKey, ids) {
      const seeing = new Set<string>();
      for (let at = 0; at < ids.length; at += sideBySide) {
        const answers = await Promise.all(
          ids.slice(at, at + sideBySide).map((accountId) => {
            const query = new URLSearchParams({ issueKey, accountId, maxResults: String(mostLookedAt) });
            return ask({ method: 'GET', path: `/rest/api/3/user/viewissue/search?${query}` });
          }),
        );
        if (answers.some((answer) => answer === null)) return null;
        for (const answer of answers) for (const { id } of listPeople(answer?.body)) seeing.add(id);
      }
      return seeing.size === 0 && !(await mayFindAnyone()) ? 'not_allowed' : seeing;
    },
    async findByKey(key) {
      const answer = await ask({ method: 'GET', path: `/rest/api/3/issue/${encodeURIComponent(key)}?fields=summary` });
      if (answer?.status !== 200) return null;
      const [found] = readTitle(answer.body as Parameters<typeof readTitle>[0]);
      if (found === undefined) return null;
      titles.set(...found);
      return { id: found[0], ...found[1] };
    },
    async searchPeople(text, readerId) {
      const query = new URLSearchParams({ query: text, maxResults: String(mostFound) });
      const answer = await ask({ method: 'GET', path: `/rest/api/3/user/search?${query}` });
      if (answer === null) return null;
      const found = listPeople(answer.status === 200 ? answer.body : []);
      if (found.length === 0 && !(await mayFindAnyone())) return 'not_allowed';
      return found
        .filter(({ id, kind, active }) => kind === 'person' && active && id !== readerId)
        .slice(0, mostOffered);
    },
  };
}

/** Nothing of a person but this is kept: a mail address that comes with one goes no further. */
function listPeople(value: unknown): Person[] {
  return (Array.isArray(value) ? value : []).map(parsePerson).filter((person) => person !== null);
}

function nobody(id: string): Person {
  return { id, name: null, kind: 'unknown', active: false };
}

function readTitle(
  issue: { id?: unknown; key?: unknown; fields?: { summary?: unknown } } | null,
): [string, IssueTitle][] {
  const { id, key, fields } = issue ?? {};
  const summary = fields?.summary;
  const isRead = typeof id === 'string' && typeof key === 'string' && typeof summary === 'string';
  return isRead ? [[id, { key, summary }]] : [];
}

function split(ids: readonly string[]): readonly string[][] {
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, n) => ids.slice(n * atOnce, (n + 1) * atOnce));
}
