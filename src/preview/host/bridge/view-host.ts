import type { InvokeReply } from '../../wire';
import type { ForgeNode } from '../forge-doc/forge-node';
import type { JiraAnswer } from '../server';

export interface FlagOptions {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly appearance?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick?: () => void }[];
}

/** What the bridge needs of the page around a view. */
export interface ViewHost {
  readonly draw: (root: ForgeNode) => void;
  /** Something went wrong in the view itself: shown in its place, for whoever writes it. */
  readonly reportError: (message: string) => void;
  readonly askForConsent: () => void;
  readonly context: () => object;
  readonly invoke: (functionKey: string, payload: unknown) => Promise<InvokeReply>;
  readonly requestJira: (path: string, init: RequestInit) => Promise<JiraAnswer>;
  readonly showFlag: (flag: FlagOptions) => void;
  readonly closeFlag: (id: string) => void;
  readonly goTo: (path: string) => void;
  readonly reloadView: () => void;
}
