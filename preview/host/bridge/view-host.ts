import type { InvokeReply } from '../../../platform/wire/wire';
import type { ChannelName } from '../channel/listen-to-channel';
import type { ForgeNode } from '../forge-doc/nodes/forge-node';
import type { JiraAnswer } from '../session/server';

export interface FlagOptions {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly appearance?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick?: () => void }[];
}

/** What `new Modal(…)` of @forge/bridge asks for. */
export interface ModalOptions {
  readonly size: string;
  readonly title: string;
  readonly context: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: (payload?: unknown) => void;
}

/** The address of a remote of the app, as `permissions.remote` of @forge/bridge has it. */
export interface RemoteAddress {
  readonly key: string;
  readonly configured: { readonly endpoint: string | null };
}

/** Where a view is within its own page, as `view.createHistory` gives it: paths begin at the page's root. */
export interface ViewLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: null;
  readonly key: string;
}

export interface ViewPlace {
  readonly location: () => ViewLocation;
  readonly go: (path: string, how: 'within' | 'replace') => void;
}

/** What the bridge needs of the page around a view. */
export interface ViewHost {
  readonly draw: (root: ForgeNode) => void;
  /** Something went wrong in the view itself: shown in its place, for whoever writes it. */
  readonly reportError: (message: string) => void;
  readonly askForConsent: () => void;
  /** Null where the view is drawn by the page, in whose theme it is anyway. */
  readonly enableTheming: (() => void) | null;
  readonly context: () => object;
  readonly invoke: (functionKey: string, payload: unknown) => Promise<InvokeReply>;
  readonly requestJira: (path: string, init: RequestInit) => Promise<JiraAnswer>;
  readonly showFlag: (flag: FlagOptions) => void;
  readonly closeFlag: (id: string) => void;
  /** The address of a place in the preview. @throws for one that it cannot go to. */
  readonly findHref: (location: Readonly<Record<string, unknown>>) => string;
  readonly goTo: (path: string) => void;
  readonly openTab: (href: string) => void;
  readonly setTitle: (title: string) => void;
  /** To the app's other views on the page, and to the one that says it. */
  readonly emit: (event: string, payload: unknown) => void;
  readonly reloadView: () => void;
  /** Null where the module has no page of its own to move in. */
  readonly place: ViewPlace | null;
  /** Null where the module is not in a dialog: there is nothing to close. */
  readonly close: ((payload: unknown) => void) | null;
  /** Called when the view's dialog is closed by whomever; null as for `close`. */
  readonly onClose: ((callback: () => void) => void) | null;
  /** Null where the module has nothing to submit to. */
  readonly submit: ((payload: unknown) => void) | null;
  readonly openModal: (options: ModalOptions) => void;
  /** Resolves once events come. @throws where the channel's token is not valid. */
  readonly subscribe: (channel: ChannelName, onEvent: (payload: unknown) => void) => Promise<() => void>;
  readonly publish: (channel: ChannelName, payload: unknown) => Promise<unknown>;
  readonly readRemotes: () => Promise<readonly RemoteAddress[]>;
  /** Asks the administrator first. @throws when they refuse, and for anyone else. */
  readonly setRemotes: (remotes: readonly RemoteAddress[]) => Promise<void>;
}
