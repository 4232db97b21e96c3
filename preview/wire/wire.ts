import type { Happening } from '../../platform/wire/wire';
import type { AdfDocument } from '../../src/document/types';

/** What passes between the page and the preview's server. The page has these types only, no code of the server. */

/**
 * The page is served under `/`, `/browse/<key>`, and every path that begins with one of these. The addresses under
 * `/jira/` are those that Atlassian documents for each module: `/jira/apps/<app>/<environment>` (global page),
 * `/jira/settings/apps/configure/<app>/<environment>` (admin page with useAsConfig),
 * `/jira/settings/personal/apps/<app>/<environment>` (personal settings).
 */
export const pagePrefixes = ['/jira/', '/automation'] as const;

/** Header with the handle of who is looking, or `anonymous`. One tab, one person: hence no cookie. */
export const personHeader = 'preview-person';
export const faultModeHeader = 'preview-fault';

export interface BootPerson {
  readonly handle: string;
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly displayName: string;
  readonly active: boolean;
  readonly isAdmin: boolean;
  readonly canSignIn: boolean;
  readonly avatarUrl: string;
}

export interface BootIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly projectId: string;
  readonly type: 'Bug' | 'Story' | 'Task';
  readonly typeId: string;
  readonly status: 'To Do' | 'In Progress' | 'Done';
  readonly priority: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly labels: readonly string[];
  readonly description: AdfDocument;
  readonly reporterId: string | null;
  readonly assigneeId: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Keys of the app's panels that someone has added to it. */
  readonly panels: readonly string[];
}

export interface BootProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** `POST /preview/panels`: adds a panel to an issue that the person sees. */
export interface PanelAddition {
  readonly issueKey: string;
  readonly moduleKey: string;
}

/** A module of the app with a view. `frameUrl` ends in a slash: the view looks its texts up beside it. */
export interface BootModule {
  readonly key: string;
  /** As in the manifest: `jira:issuePanel`, `jira:globalPage`, …; `action` is the form of an automation action. */
  readonly type: string;
  readonly title: string;
  readonly iconUrl: string | null;
  readonly frameUrl: string;
}

/** `GET /preview/boot`. The issues are those that the person of the header sees. */
export interface Boot {
  readonly appName: string;
  readonly site: {
    readonly cloudId: string;
    readonly name: string;
    readonly url: string;
    readonly environmentId: string;
  };
  readonly projects: readonly BootProject[];
  readonly people: readonly BootPerson[];
  readonly issues: readonly BootIssue[];
  readonly modules: readonly BootModule[];
  /** Where the global page is, without a slash at its end: `/jira/apps/<app>/<environment>`. */
  readonly appPath: string;
}

/** `GET /preview/hood`: what happened on the platform, the newest first, and the points of this hour. */
export interface Hood {
  readonly happenings: readonly Happening[];
  readonly points: { readonly spent: number; readonly quota: number; readonly secondsLeft: number };
}

/** `GET /preview/remote`, and `PUT` by an administrator only: the address of the app's remote; null is not set. */
export interface RemoteAddressState {
  readonly key: string;
  readonly endpoint: string | null;
}

/**
 * `GET /preview/realtime?channel=&token=&global=&replay=` is a stream of server-sent events, each the payload of one published
 * event as JSON. A token decides whose events come; one that is not valid is a 403. `moduleKey` and `issueKey` say where
 * the view is, for a channel that is not global. `POST` publishes: `{ channel, token, global, moduleKey, issueKey, payload }`.
 */
export const realtimePath = '/preview/realtime';
