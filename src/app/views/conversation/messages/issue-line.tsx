import { Link, Text } from '@forge/react';
import React from 'react';
import type { ShownMessage } from '../../../definitions';
import { useTexts } from '../../shared/use-texts';

/** What messages are about from here on, as a link for who may see it. */
export const IssueLine = ({ issue }: Pick<ShownMessage, 'issue'>) => {
  const t = useTexts();
  if (issue === null) return <Text size="small">{t('inbox.issueNone')}</Text>;
  const { key, summary } = issue;
  if (key === null || summary === null) return <Text size="small">{t('inbox.issueHidden')}</Text>;
  return (
    <Text size="small">
      <Link href={`/browse/${encodeURIComponent(key)}`}>{t('inbox.issue', { key, summary })}</Link>
    </Text>
  );
};
