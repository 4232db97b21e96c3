import { useProductContext } from '@forge/react';
import { formatTime } from './format-time';

/** Who looks at the panel, and how they write a moment. For showing only: what they may do is decided by the resolver. */
export interface Reader {
  /** Null until the platform has said it. */
  readonly accountId: string | null;
  readonly formatTime: (ts: string) => string;
}

export function useReader(): Reader {
  const context = useProductContext();
  return {
    accountId: context?.accountId ?? null,
    formatTime: (ts) => formatTime(ts, context?.locale, context?.timezone),
  };
}
