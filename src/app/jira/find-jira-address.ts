import { route } from '@forge/api';
import { getJira } from './call-jira';
import { JiraError } from './jira-error';

interface JiraAddress {
  /** Without a slash at the end. */
  readonly url: string;
  /** As Jira writes a locale, `de_DE`; null where it does not say. */
  readonly locale: string | null;
}

/** Where people find this Jira, and in which language it is set up. Jira REST API v3, `GET /rest/api/3/serverInfo`. */
export async function findJiraAddress(): Promise<JiraAddress> {
  const info = (await getJira(route`/rest/api/3/serverInfo`, 'app')) as Readonly<Record<string, unknown>>;
  const { baseUrl, defaultLocale } = info;
  if (typeof baseUrl !== 'string' || !/^https?:\/\//.test(baseUrl)) throw new JiraError('away', 200);
  const { locale } = (defaultLocale ?? {}) as { locale?: unknown };
  return { url: baseUrl.replace(/\/+$/, ''), locale: typeof locale === 'string' ? locale : null };
}
