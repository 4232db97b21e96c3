import { events, view } from '@forge/bridge';
import { addressMessage, parseToView, type ToFrame, type ToView, toFrame, toView } from '../../definitions/composer';

export interface FrameChannel {
  /** To the frame that said last that it is ready; to none before. */
  readonly tell: (message: ToFrame) => void;
  /** The frame is gone; the next one says that it is ready. */
  readonly forget: () => void;
  readonly end: () => void;
}

/** The way to the page in this view's Frame. Where the bridge has no events nothing is ever heard, and the plain field stays. */
export function openFrameChannel(onMessage: (message: ToView) => void): FrameChannel {
  let module = '';
  let frame = '';
  let isOver = false;
  let unsubscribe = (): void => undefined;
  const emit = (to: string, message: ToFrame): void =>
    void events.emit(toFrame, addressMessage({ module, frame: to }, message))?.catch(() => undefined);

  async function start(): Promise<void> {
    const context = await view.getContext();
    module = String(context?.moduleKey ?? '');
    const subscription = await events.on(toView, (payload: unknown) => {
      const heard = parseToView(payload);
      if (isOver || heard === null || heard.module !== module) return;
      if (heard.message.type === 'ready') frame = heard.frame;
      else if (heard.frame !== frame) return;
      onMessage(heard.message);
    });
    unsubscribe = () => subscription?.unsubscribe();
    if (isOver) unsubscribe();
    // It may have been ready before anybody listened.
    else emit('', { type: 'hello' });
  }
  start().catch(() => undefined);

  return {
    tell(message) {
      if (frame !== '') emit(frame, message);
    },
    forget() {
      frame = '';
    },
    end() {
      isOver = true;
      unsubscribe();
    },
  };
}
