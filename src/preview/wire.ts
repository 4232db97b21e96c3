import type { AdfDocument } from '../document/types';

/** What passes between the page and the preview's server. The page has these types only, no code of the server. */

/** How the conversation service is to be met: as it is, as if no admin had set its address, away, or two seconds late. */
export const serviceModes = ['normal', 'slow', 'away', 'not-set'] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** Header with the handle of who is looking, or `anonymous`. One tab, one person: hence no cookie. */
export const personHeader = 'preview-person';
export const serviceModeHeader = 'preview-service';

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
  readonly type: 'Bug' | 'Story' | 'Task';
  readonly typeId: string;
  readonly status: 'To Do' | 'In Progress' | 'Done';
  readonly priority: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly labels: readonly string[];
  readonly description: AdfDocument;
  readonly reporterId: string;
  readonly assigneeId: string | null;
}

/** A module of the app that the page draws. `frameUrl` ends in a slash: the view looks its texts up beside it. */
export interface BootPanel {
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly title: string;
  readonly iconUrl: string | null;
  readonly frameUrl: string;
}

export interface Boot {
  readonly appName: string;
  readonly site: {
    readonly cloudId: string;
    readonly name: string;
    readonly url: string;
    readonly environmentId: string;
  };
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly people: readonly BootPerson[];
  readonly issues: readonly BootIssue[];
  readonly panels: readonly BootPanel[];
}

export interface InvokeRequest {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly issueKey: string;
  readonly localId: string;
  readonly payload?: unknown;
}

/** `needs-consent`: the platform asks the person to allow the app, in place of the view. */
export type InvokeReply =
  | { readonly outcome: 'value'; readonly value?: unknown }
  | { readonly outcome: 'needs-consent' }
  | { readonly outcome: 'failed'; readonly message: string };
