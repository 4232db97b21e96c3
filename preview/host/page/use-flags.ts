import { useMemo, useState } from 'react';
import type { FlagOptions } from '../bridge/view-host';

interface FlagActions {
  readonly showFlag: (flag: FlagOptions) => void;
  readonly closeFlag: (id: string) => void;
}

/** The flags that are shown, newest first. One with the id of another takes its place. */
export function useFlags(): readonly [readonly FlagOptions[], FlagActions] {
  const [flags, setFlags] = useState<readonly FlagOptions[]>([]);
  const actions = useMemo(
    (): FlagActions => ({
      showFlag: (flag) => setFlags((shown) => [flag, ...shown.filter((other) => other.id !== flag.id)]),
      closeFlag: (id) => setFlags((shown) => shown.filter((flag) => flag.id !== id)),
    }),
    [],
  );
  return [flags, actions];
}
