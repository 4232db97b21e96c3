import { route } from '@forge/api';
import { getJira } from './call-jira';
import { JiraError } from './jira-error';

interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Projects that the asker sees and whose name or key fits, at most 20. Jira REST API v3, `GET /rest/api/3/project/search`. */
export async function findProjects(text: unknown): Promise<{ projects: Project[] }> {
  const query = new URLSearchParams({ maxResults: '20', orderBy: 'key' });
  if (typeof text === 'string' && text.trim() !== '') query.set('query', text.trim().slice(0, 255));
  const { values } = (await getJira(route`/rest/api/3/project/search?${query}`)) as { values?: unknown };
  if (!Array.isArray(values)) throw new JiraError('away', 200);
  return { projects: (values as Readonly<Record<string, unknown>>[]).flatMap(readProject) };
}

function readProject({ id, key, name }: Readonly<Record<string, unknown>>): Project[] {
  if (typeof id !== 'string' || typeof key !== 'string') return [];
  return [{ id, key, name: typeof name === 'string' ? name : key }];
}
