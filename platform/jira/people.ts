/** An account as Jira knows it. */
export interface Person {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly displayName: string;
  readonly active: boolean;
  /** Administer Jira; absent is no. */
  readonly isAdmin?: boolean;
  /** Whether this person has allowed the app to act for them; absent is yes. It counts only where each one is asked. */
  readonly hasConsented?: boolean;
  /** The global permission "Browse users and groups", without which a search finds nobody; absent is yes. */
  readonly mayBrowseUsers?: boolean;
  /** The project permission "View voters and watchers", without which one sees of them oneself alone; absent is yes. */
  readonly mayViewWatchers?: boolean;
  /** Names of the groups of the site that the person is in; absent is none. */
  readonly groups?: readonly string[];
  /** Where the picture is; absent is none. */
  readonly avatarUrl?: string;
}

/** How Jira searches people: any word of the name begins with the text. An empty text finds everyone. */
export function fitsName(person: Person, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const displayName = person.displayName.toLowerCase();
  return displayName.startsWith(wanted) || displayName.split(' ').some((word) => word.startsWith(wanted));
}
