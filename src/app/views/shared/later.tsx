import React, { useEffect, useState } from 'react';
import { LoadingNotice } from './loading-notice';
import { ProblemNotice } from './problem-notice';
import { type TextKey, useTexts } from './use-texts';

/**
 * A part of a view that is fetched when it is first drawn, so that the view itself stays small.
 * @param label says what is loading
 */
export function later<Props extends object>(
  load: () => Promise<React.ComponentType<Props>>,
  label: TextKey,
): React.ComponentType<Props> {
  // biome-ignore lint/correctness/noComponentHookFactories: a view makes each of its parts once, when its module loads.
  return function Later(props: Props) {
    const t = useTexts();
    const [part, setPart] = useState<{ readonly Part: React.ComponentType<Props> } | 'loading' | 'failed'>('loading');
    const fetchPart = () => {
      setPart('loading');
      load().then(
        (Part) => setPart({ Part }),
        () => setPart('failed'),
      );
    };
    useEffect(fetchPart, []);
    if (part === 'loading') return <LoadingNotice label={t(label)} />;
    if (part === 'failed') return <ProblemNotice problem={{ code: 'unexpected' }} onRetry={fetchPart} />;
    return <part.Part {...props} />;
  };
}
