import { showFlag } from '@forge/bridge';

/** Says by a flag that something is done. It goes away by itself. */
export function sayDone(title: string): void {
  showFlag({ id: crypto.randomUUID(), title, type: 'success', isAutoDismiss: true });
}
