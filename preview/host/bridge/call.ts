import type { ViewEvents } from './view-events';
import type { ViewHost } from './view-host';

/** One use of the bridge by a view. */
export interface Call {
  /** What the view sent, where that is an object: all but a few commands. Else it is empty. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly sent: unknown;
  readonly host: ViewHost;
  readonly events: ViewEvents;
  /** Makes plain data out of the view's own realm. */
  readonly adopt: (value: unknown) => unknown;
}

/** What a command answers; `false` is how a host says no to @forge/bridge. */
export type Command = (call: Call) => unknown;
