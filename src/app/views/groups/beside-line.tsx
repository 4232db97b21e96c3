import { Link, Text } from '@forge/react';
import React from 'react';
import type { InboxEntry } from '../../definitions';
import { useTexts } from '../shared/use-texts';

/** Which work item a group is beside, as a link for who may see it. */
export const BesideLine = ({ issue: { key, summary } }: { readonly issue: NonNullable<InboxEntry['issue']> }) => {
  const t = useTexts();
  if (key === null || summary === null) return <Text size="small">{t('beside.hidden')}</Text>;
  return (
    <Text size="small">
      <Link href={`/browse/${encodeURIComponent(key)}`}>{t('beside.issue', { key, summary })}</Link>
    </Text>
  );
};
