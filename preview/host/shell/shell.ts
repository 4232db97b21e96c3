import { createContext, useContext } from 'react';
import type { FaultMode } from '../../../platform/wire/wire';
import type { Boot, BootIssue, BootModule, BootPerson } from '../../wire/wire';
import type { createBridgeRegistry } from '../bridge/bridge-registry';
import type { ViewBridge } from '../bridge/view-bridge';
import type { FlagOptions, ModalOptions, RemoteAddress } from '../bridge/view-host';
import type { Line } from '../channel/line';
import type { Session } from '../session/session';
import type { ViewTheme } from '../session/theme';
import type { Address, Navigate } from '../session/use-address';

/** A module in a dialog of the page. */
export interface OpenDialog extends Omit<ModalOptions, 'context'> {
  readonly module: BootModule;
  readonly issue: BootIssue | null;
  readonly extension: object;
  /** What had the focus before, where that is not to be found when the dialog closes; the menu that it came from. */
  readonly opener?: HTMLElement | null;
}

/** What the page is to everything on it: who looks, where, and what any part of it may do. */
export interface Shell {
  readonly boot: Boot;
  readonly session: Session;
  readonly theme: ViewTheme;
  readonly address: Address;
  readonly navigate: Navigate;
  readonly showFlag: (flag: FlagOptions) => void;
  readonly closeFlag: (id: string) => void;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly registerFrame: ReturnType<typeof createBridgeRegistry>;
  /** The bridges of the views that run now, for what Jira tells all of them. */
  readonly bridges: Set<ViewBridge>;
  /** What carries the events of Realtime to this tab. */
  readonly line: Line;
  /** A new number loads every view anew. */
  readonly viewRun: number;
  readonly reloadViews: () => void;
  readonly choosePerson: (person: BootPerson | null) => void;
  readonly startTour: () => void;
  readonly chooseFaultMode: (mode: FaultMode) => void;
  /** Asks the administrator as Atlassian does. Resolves when they allow it, rejects when they do not. */
  readonly askForRemotes: (remotes: readonly RemoteAddress[]) => Promise<void>;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('There is no page around this.');
  return shell;
}
