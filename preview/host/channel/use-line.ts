import { useEffect, useRef } from 'react';
import type { FaultMode } from '../../../platform/wire/wire';
import { type Line, openLine } from './line';

const cutIn = new Set<FaultMode>(['no-realtime', 'offline']);

/** The line of this tab, cut while what goes wrong in it would cut it. */
export function useLine({ faultMode }: { readonly faultMode: FaultMode }): Line {
  const line = useRef<Line | null>(null);
  if (line.current === null) {
    line.current = openLine();
    if (cutIn.has(faultMode)) line.current.cut();
  }
  const { current } = line;
  useEffect(() => {
    if (cutIn.has(faultMode)) current.cut();
    else current.mend();
  }, [current, faultMode]);
  return current;
}
