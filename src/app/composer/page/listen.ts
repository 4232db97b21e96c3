import { events, view } from '@forge/bridge';
import { addressMessage, parseToFrame, type ToFrame, type ToView, toFrame, toView } from '../../definitions/composer';

export interface ViewChannel {
  readonly tell: (message: ToView) => void;
}

/** The way to the view around this frame. Resolves once it can be heard. */
export async function listenToView(onMessage: (message: ToFrame) => void): Promise<ViewChannel> {
  const { moduleKey } = await view.getContext();
  const address = { module: String(moduleKey ?? ''), frame: crypto.randomUUID() };
  const tell = (message: ToView): void => void events.emit(toView, addressMessage(address, message));
  await events.on(toFrame, (payload: unknown) => {
    const heard = parseToFrame(payload);
    if (heard === null || heard.module !== address.module) return;
    if (heard.message.type === 'hello') return tell({ type: 'ready' });
    if (heard.frame === address.frame) onMessage(heard.message);
  });
  return { tell };
}
