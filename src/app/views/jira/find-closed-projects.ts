import type { AskJira } from './jira-request';

/** A project of which an administrator closed something to apps. */
export interface ClosedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface ClosedProjects {
  readonly projects: readonly ClosedProject[];
  /** Whether the site has more projects than were looked at. */
  readonly isMore: boolean;
}

/** A page of projects, which is also how many one asks about at once: how many one may is documented nowhere. */
const pageSize = 50;
const mostPages = 20;

/**
 * The projects that are closed to this app, in whole or in part, of the first 1,000 that the reader sees; null where Jira
 * does not say. Asked by the page, which costs the app no points. Jira REST API v3, app data policies: the site is asked
 * first, since most close nothing. @throws whatever keeps an answer from coming
 */
export async function findClosedProjects(ask: AskJira): Promise<ClosedProjects | null> {
  const policy = await get(ask, '/rest/api/3/data-policy');
  if (typeof policy?.['anyContentBlocked'] !== 'boolean') return null;
  if (!policy['anyContentBlocked']) return { projects: [], isMore: false };
  const projects: ClosedProject[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({
      startAt: String(page * pageSize),
      maxResults: String(pageSize),
      orderBy: 'key',
    });
    const listed = await get(ask, `/rest/api/3/project/search?${query}`);
    if (!Array.isArray(listed?.['values'])) return null;
    const found = listed['values'].flatMap(readProject);
    const closed = await findClosed(ask, found);
    if (closed === null) return null;
    projects.push(...found.filter(({ id }) => closed.has(id)));
    if (listed['isLast'] !== false || found.length === 0) return { projects, isMore: false };
  }
  return { projects, isMore: true };
}

async function findClosed(ask: AskJira, projects: readonly ClosedProject[]): Promise<ReadonlySet<string> | null> {
  if (projects.length === 0) return new Set();
  const answer = await get(ask, `/rest/api/3/data-policy/project?ids=${projects.map(({ id }) => id).join(',')}`);
  const policies = answer?.['projectDataPolicies'];
  if (!Array.isArray(policies)) return null;
  const closed = (policies as { id?: unknown; dataPolicy?: { anyContentBlocked?: unknown } }[]).filter(
    ({ dataPolicy }) => dataPolicy?.anyContentBlocked === true,
  );
  return new Set(closed.map(({ id }) => String(id)));
}

async function get(ask: AskJira, path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const { status, body } = await ask({ method: 'GET', path });
  return status === 200 && typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
}

function readProject({ id, key, name }: Readonly<Record<string, unknown>>): ClosedProject[] {
  if (typeof id !== 'string' || typeof key !== 'string') return [];
  return [{ id, key, name: typeof name === 'string' ? name : key }];
}
