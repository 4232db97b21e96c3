/** What the real platform refuses or leaves out, in a line, and where that is written. */
export interface Rule {
  readonly says: string;
  /** `R/x` is developer.atlassian.com/cloud/jira/platform/x, `DAC/x` developer.atlassian.com/platform/forge/x. */
  readonly source: string;
}

/**
 * All rules that the room keeps, and that whoever opens it may loosen one by one and by name. What has no name here always
 * holds.
 */
export const rules = {
  'points-end': {
    says: 'after 65,000 points in an hour, over all sites, Jira answers the app 429 until the hour ends',
    source: 'R/rate-limiting',
  },
  'bursts-are-limited': {
    says: 'an endpoint takes 100 GET or POST and 50 PUT or DELETE a second from a site, then answers 429',
    source: 'R/rate-limiting',
  },
  'searches-by-permission-look-at-a-range': {
    says: 'a search by permission takes the people between startAt and maxResults first, then keeps those who fit',
    source: 'R v3, user/viewissue/search',
  },
  'searches-end-at-a-thousand': {
    says: 'no search of people returns anyone beyond the first 1,000',
    source: 'R v3, user/search',
  },
  'watchers-are-shown-by-right': {
    says: 'without "View voters and watchers" who watches an issue is counted, and nobody but oneself is named',
    source: 'R v3, issue watchers',
  },
  'people-are-found-by-right': {
    says: 'without "Browse users and groups" a search finds nobody',
    source: 'R v3, user/search',
  },
  'rights-of-others-are-not-told': {
    says: 'permissions/check about another account is for administrators and Connect apps; a Forge app is refused',
    source: 'R v3, permissions/check; whether Forge is exempt is documented nowhere',
  },
  'security-levels-leave-the-app-out': {
    says: 'an issue with a security level that does not name the app is 404 for it',
    source: 'R v3, issue; row 18 of the first deployment',
  },
  'projects-may-be-closed-to-apps': {
    says: 'an issue of a project that an administrator closed to apps is 404 for the app',
    source: 'R v3, data-policy/project',
  },
  'mails-go-to-whom-they-name': {
    says: 'a mail about an issue goes to everyone named, who may not see it, unless restrict names BROWSE',
    source: 'R v3, issue notify; what Jira does without restrict is written nowhere',
  },
  'added-permissions-are-granted': {
    says: 'a permission that an app adds to projects is nobody’s before an administrator grants it',
    source: 'DAC/manifest-reference/modules/jira-project-permission: "behaves as any other Jira permission"',
  },
  'nobody-listening-has-no-event-id': {
    says: 'a publish that nobody listens to answers eventId null, which is no failure',
    source: 'DAC/runtime-reference/realtime-events-api',
  },
  'realtime-is-limited': {
    says: '50 operations a second for an installation, signing, publishing and subscribing together',
    source: 'CHANGE-3246, enforced since 26 June 2026',
  },
  'claims-match-exactly': {
    says: 'an event reaches only who subscribed with the very claims that it was published with',
    source: 'DAC/runtime-reference/realtime',
  },
  'background-publishes-globally': {
    says: 'out of a queue, a schedule or a web trigger only publishGlobal works',
    source: 'DAC/runtime-reference/realtime-events-api',
  },
  'values-are-small': {
    says: 'a value of the storage has 240 KiB at most',
    source: 'DAC/storage-reference/storage-limits',
  },
  'keys-are-taken-once': {
    says: 'FAIL_IF_EXISTS on a key that is there is 409 KEY_CONFLICT',
    source: 'DAC/storage-reference/kvs-api',
  },
  'expired-keys-stay-for-a-while': {
    says: 'a key that has expired can be read, and is in the way of another, for up to 48 hours',
    source: 'DAC/storage-reference/kvs-api, time to live',
  },
  'functions-end-in-time': {
    says: 'a function ends after 25 s for a view, 55 s for an action and a web trigger, or at the time of the manifest',
    source: 'DAC/limits-invocation',
  },
  'payloads-are-small': {
    says: 'a view sends a function 500 KB at most, and a function answers with 5 MB at most',
    source: 'DAC/limits-invocation',
  },
  'remote-calls-are-limited': {
    says: '100 calls to a remote for each minute that a function may run',
    source: 'DAC/limits-invocation',
  },
  'log-lines-are-limited': {
    says: '100 lines of log for each minute that a function may run; those beyond are lost',
    source: 'DAC/limits-invocation',
  },
  'pushes-are-small': {
    says: 'a push to a queue has 50 events and 200 KB at most',
    source: '@forge/events 3, out/validators.js',
  },
  'pushes-are-limited': {
    says: '500 events a minute for an installation',
    source: 'DAC/runtime-reference/async-events-api',
  },
  'long-consumers-take-small-events': {
    says: 'an event for a consumer that may run longer than 55 s has 100 KB at most',
    source: 'DAC/runtime-reference/async-events-api',
  },
  'panels-are-added': {
    says: 'a panel of an app is absent from an issue until someone adds it there',
    source: 'DAC/manifest-reference/modules/jira-issue-panel',
  },
  'badges-come-late': {
    says: 'what stands beside a context’s title is asked when it is opened first and when it closes, not with the page',
    source: 'DAC/manifest-reference/modules/jira-issue-context, dynamic properties',
  },
  'entries-serve-jira-alone': {
    says: 'a resource with entries serves modules of Jira and Confluence; the form of an action has one of its own',
    source: 'DAC/manifest-reference/resources',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

/** Which of the rules hold. */
export interface RuleBook {
  hold(name: RuleName): boolean;
  loosen(name: RuleName): void;
  restore(name: RuleName): void;
}

export function openRules(loosened: readonly RuleName[] = []): RuleBook {
  const loose = new Set<RuleName>(loosened);
  return {
    hold: (name) => !loose.has(name),
    loosen: (name) => void loose.add(name),
    restore: (name) => void loose.delete(name),
  };
}
