import { router } from '@forge/bridge';
import { Button, Inline, Text } from '@forge/react';
import React from 'react';
import type { ShownMessage } from '../../definitions';
import { useTexts } from '../shared/use-texts';

/** What a message is about, with a way there for who may see it. */
export const IssueLink = ({ issue: { key, summary } }: { issue: NonNullable<ShownMessage['issue']> }) => {
  const t = useTexts();
  if (key === null || summary === null) return <Text size="small">{t('inbox.issueHidden')}</Text>;
  return (
    <Inline>
      <Button
        appearance="subtle"
        spacing="compact"
        onClick={() => void router.navigate({ target: 'issue', issueKey: key })}
      >
        {t('inbox.issue', { key, summary })}
      </Button>
    </Inline>
  );
};
