import { view } from '@forge/bridge';
import type { ToFrame, ToView } from '../definitions/composer';
import { listenToView } from './page/listen';
import { runComposer } from './page/run-composer';

/** The page in UI Kit's Frame. It asks neither Jira nor the service: all it knows is what the view around it says. */
async function start(): Promise<void> {
  const early: ToView[] = [];
  let tell = (message: ToView): void => void early.push(message);
  const hear = runComposer(document.body, (message) => tell(message));
  const channel = await listenToView((message: ToFrame) => hear(message));
  tell = channel.tell;
  tell({ type: 'ready' });
}

// A page without the platform's colours is readable: it has light ones of its own.
void view.theme.enable().catch(() => undefined);
void start();
