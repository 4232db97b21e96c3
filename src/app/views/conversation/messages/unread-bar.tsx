import { Button, ErrorMessage, Inline, LoadingButton, Stack } from '@forge/react';
import React from 'react';
import { describeProblem } from '../../shared/describe-problem';
import { useTexts } from '../../shared/use-texts';
import type { Unread } from '../use-unread';

/** The most that is counted out. */
const mostShown = 99;

/** At the head of a conversation: how much is new, a way to it, and one past it. Nothing where nothing is. */
export const UnreadBar = ({ unread: { count, isOpening, problem, open, markRead } }: { readonly unread: Unread }) => {
  const t = useTexts();
  if (count === 0 && problem === null) return null;
  const label =
    count === 1 ? t('unread.one') : t('unread.many', { count: count > mostShown ? `${mostShown}+` : count });
  return (
    <Stack space="space.050">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        {count === 0 ? null : (
          <LoadingButton appearance="primary" isLoading={isOpening} onClick={open}>
            {label}
          </LoadingButton>
        )}
        <Button appearance="subtle" isDisabled={isOpening} onClick={markRead}>
          {t('unread.markRead')}
        </Button>
      </Inline>
      {problem === null ? null : (
        <ErrorMessage>{t('unread.notRead', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
    </Stack>
  );
};
