import { EmptyState, Text } from '@forge/react';
import React from 'react';
import type { OpenState } from '../shared/panel-state';
import { useTexts } from '../shared/use-texts';

interface Props {
  readonly assignee: OpenState['assignee'];
  readonly isCompact: boolean;
}

/** Stands in the place of a thread while there is nobody to write to. */
export const NobodyHere = ({ assignee, isCompact }: Props) => {
  const t = useTexts();
  const place = assignee === 'me' ? 'me' : 'nobody';
  if (isCompact) return <Text>{t(`empty.${place}.text`)}</Text>;
  return (
    <EmptyState
      header={t(`empty.${place}.title`)}
      description={t(`empty.${place}.text`)}
      headingLevel={3}
      width="narrow"
    />
  );
};
