import ProgressBar from '@atlaskit/progress-bar';
import React from 'react';
import { type ComponentProps, type ForgeComponent, passThroughLeaf, textProp } from '../nodes/component-props';
import { wrapHandler } from '../nodes/reduce-event';

interface Stage {
  readonly id: string;
  readonly label: string;
  readonly percentageComplete: number;
  readonly status: 'unvisited' | 'visited' | 'current' | 'disabled';
  readonly onClick?: () => void;
}

/** The steps of something longer. Which one holds is said to assistive technology too. */
function ProgressTracker({ props }: ComponentProps) {
  const stages = Array.isArray(props['items']) ? (props['items'] as Stage[]) : [];
  return (
    <ol className="progress-tracker" aria-label={textProp(props, 'label')} data-testid={textProp(props, 'testId')}>
      {stages.map(({ id, label, status, onClick }) => (
        <li key={id} className={`stage stage-${status}`} aria-current={status === 'current' ? 'step' : undefined}>
          {status === 'visited' && onClick !== undefined ? (
            <button type="button" className="forge-pressable" onClick={() => wrapHandler(onClick)()}>
              {label}
            </button>
          ) : (
            label
          )}
        </li>
      ))}
    </ol>
  );
}

export const progress: Readonly<Record<string, ForgeComponent>> = {
  ProgressBar: passThroughLeaf(ProgressBar),
  ProgressTracker,
};
