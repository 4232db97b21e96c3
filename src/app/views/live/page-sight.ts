/** Whether the page may be seen now: not in a tab behind another. Where that cannot be told, it may. */
export function isPageSeen(): boolean {
  return typeof document === 'undefined' || document.visibilityState !== 'hidden';
}

/** Calls back each time that the page comes back into sight. @returns what ends that. */
export function watchPage(onSeen: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const look = () => {
    if (isPageSeen()) onSeen();
  };
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
