import { useEffect, useRef } from 'react';

/** Does something when it is first looked at: every tab of a page is drawn, and one is shown. */
export function useOnceShown(isShown: boolean, work: () => unknown): void {
  const isDone = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it is shown is what counts.
  useEffect(() => {
    if (!isShown || isDone.current) return;
    isDone.current = true;
    void work();
  }, [isShown]);
}
