import { type Line, openLine } from './line';
import { type Channel, ChannelRefused, listenToChannel } from './listen-to-channel';

/** A tab that nobody has looked at for so long gives its stream back, in milliseconds. */
const unseenForMs = 60_000;

/**
 * Listens as `listenToChannel` does, but not for a tab in the background: a browser opens six connections to one
 * server for all its tabs together, and a stream holds one.
 */
export async function listenWhileSeen(
  channel: Channel,
  onEvent: (payload: unknown) => void,
  line: Line = openLine(),
): Promise<() => void> {
  let stop: (() => void) | null = await listenToChannel(channel, onEvent, line);
  let timer: number | undefined;
  let isOver = false;
  const resume = async (): Promise<void> => {
    try {
      const stopAgain = await listenToChannel(channel, onEvent, line);
      if (isOver) stopAgain();
      else stop = stopAgain;
    } catch (error) {
      if (!(error instanceof ChannelRefused)) console.error(error);
    }
  };
  const follow = (): void => {
    window.clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      timer = window.setTimeout(() => {
        stop?.();
        stop = null;
      }, unseenForMs);
    } else if (stop === null) void resume();
  };
  document.addEventListener('visibilitychange', follow);
  return () => {
    isOver = true;
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', follow);
    stop?.();
  };
}
