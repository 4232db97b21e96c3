import { Button, Heading, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import type { List } from '../shared/use-list';
import { useTexts } from '../shared/use-texts';

interface ListFrameProps {
  /** Of the texts around it. */
  readonly name: 'audit' | 'deliveries' | 'reports';
  readonly list: List<{ readonly id: string }>;
  /** What is there, once the first page has come. */
  readonly children: React.ReactNode;
}

/** What stands around a list that comes page by page: its heading, the way to its beginning, what went wrong, the next page. */
export const ListFrame = ({ name, list, children }: ListFrameProps) => {
  const t = useTexts();
  const { entries, isLoading, problem, loadMore, reload } = list;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center">
        <Heading as="h2" size="small">
          {t(`settings.${name}.title`)}
        </Heading>
        <Button appearance="subtle" isDisabled={isLoading} onClick={reload}>
          {t(`settings.${name}.refresh`)}
        </Button>
      </Inline>
      <Text>{t(`settings.${name}.text`)}</Text>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={reload} />}
      {entries === null && isLoading ? <LoadingNotice label={t(`settings.${name}.loading`)} /> : null}
      {entries === null ? null : children}
      {loadMore === null ? null : (
        <Inline>
          <LoadingButton isLoading={isLoading} onClick={loadMore}>
            {t('settings.deliveries.more')}
          </LoadingButton>
        </Inline>
      )}
    </Stack>
  );
};
