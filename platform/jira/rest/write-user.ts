import type { JiraState } from '../jira-state';
import type { Person } from '../people';

const sizes = ['16x16', '24x24', '32x32', '48x48'] as const;

/** A person as Jira's REST API shows one. No mail address: privacy settings hide it on most sites. */
export function writeUser(person: Person, { data }: Pick<JiraState, 'data'>): Record<string, unknown> {
  return {
    self: `${data.site.url}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
    accountId: person.accountId,
    accountType: person.accountType,
    displayName: person.displayName,
    active: person.active,
    timeZone: 'Etc/UTC',
    locale: 'en_US',
    avatarUrls: Object.fromEntries(sizes.map((size) => [size, person.avatarUrl ?? ''])),
  };
}
