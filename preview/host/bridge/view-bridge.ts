import { commands } from './commands';
import { createViewEvents } from './view-events';
import type { ViewHost } from './view-host';

export type FrameWindow = Window & typeof globalThis;

/** The bridge as a view sees it, and as the page does. */
export interface ViewBridge {
  readonly callBridge: (command: string, data?: unknown) => Promise<unknown>;
  /** Events of the product, such as FORGE_CORE_THEME_CHANGED. */
  readonly emit: (event: string, payload: unknown) => void;
  readonly isListenedTo: (event: string) => boolean;
}

/** What of a frame's realm the bridge makes things with. */
export type FrameRealm = Pick<FrameWindow, 'Error' | 'JSON'>;

/**
 * Answers the commands of @forge/bridge for one view. What goes into the view is made of the frame's own objects, since
 * code in there may compare prototypes; a command that is not offered is refused by name.
 */
export function createViewBridge(frame: FrameRealm, findHost: () => ViewHost): ViewBridge {
  const adopt = (value: unknown): unknown => adoptInto(frame, value);
  const events = createViewEvents(adopt);
  return {
    emit: events.emit,
    isListenedTo: events.isListenedTo,
    callBridge: async (command, sent) => {
      const answer = commands.get(command);
      if (answer === undefined) throw new frame.Error(`The preview does not offer "${command}" to views.`);
      const data = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
      try {
        return adopt(await answer({ data, sent, host: findHost(), events, adopt }));
      } catch (error) {
        throw new frame.Error(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** Plain data is copied into the frame's realm; handles with functions pass as they are. */
function adoptInto(frame: FrameRealm, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Object.values(value).some((member) => typeof member === 'function')) return value;
  return frame.JSON.parse(JSON.stringify(value));
}
