import { useEffect, useRef, useState } from 'react';
import { settleEcho } from './settle-echo';

/**
 * The value of a field that the view controls. The view's answer to a key press comes a moment later, and by then
 * more may have been typed: an answer that only repeats what was sent is not applied, so that no character is lost.
 * @returns what the field shows, and what to call with what was typed (before the view is told).
 */
export function useEchoedValue(incoming: string): readonly [string, (typed: string) => void] {
  const [shown, setShown] = useState(incoming);
  const awaited = useRef<readonly string[]>([]);
  useEffect(() => {
    const rest = settleEcho(awaited.current, incoming);
    awaited.current = rest ?? [];
    if (rest === null) setShown(incoming);
  }, [incoming]);
  const type = (typed: string): void => {
    awaited.current = [...awaited.current, typed].slice(-100);
    setShown(typed);
  };
  return [shown, type];
}
