import { useCallback, useRef, useState } from 'react';
import type { RemoteAddress } from '../bridge/view-host';

interface Question {
  readonly remotes: readonly RemoteAddress[];
  readonly answer: (isAllowed: boolean) => void;
}

/** The question that is open now, and how to ask it. One that takes the place of another refuses that one. */
export function useRemoteConsent(): readonly [Question | null, (remotes: readonly RemoteAddress[]) => Promise<void>] {
  const [question, setQuestion] = useState<Question | null>(null);
  const open = useRef<Question | null>(null);
  const ask = useCallback((remotes: readonly RemoteAddress[]) => {
    open.current?.answer(false);
    return new Promise<void>((resolve, reject) => {
      const answer = (isAllowed: boolean): void => {
        open.current = null;
        setQuestion(null);
        if (isAllowed) resolve();
        else reject(new Error('The administrator did not allow the address.'));
      };
      open.current = { remotes, answer };
      setQuestion(open.current);
    });
  }, []);
  return [question, ask];
}
