import { addressMessage, type ToFrame, type ToView, toFrame, toView } from '../../../../src/app/definitions/composer';
import type { FakeJira } from './open-panel';

/** The page in the view's frame, which stands, with somebody who attends to it. It shows all that it is told to. */
export async function attend(jira: FakeJira) {
  const say = (message: ToView): void => jira.emit(toView, addressMessage({ module: '', frame: 'f1' }, message));
  await new Promise<void>((resolve) => {
    jira.commands.on({
      event: toFrame,
      callback({ message }: { readonly message: ToFrame }) {
        // Whichever comes first: the frame that says it is there, or the view that asks.
        if (message.type === 'hello') say({ type: 'ready' });
        if (message.type !== 'open') return;
        say({ type: 'opened', place: message.opening.place });
        resolve();
      },
    });
    say({ type: 'ready' });
  });
  say({ type: 'attending', isAttending: true });
  return { say };
}
