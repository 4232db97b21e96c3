import { showFlag } from '@forge/bridge';

/** Says by a flag that something cannot be done, and what to do in its place. It stays until it is closed. */
export function sayWrong(title: string, description: string): void {
  showFlag({ id: crypto.randomUUID(), title, description, type: 'warning', isAutoDismiss: false });
}
