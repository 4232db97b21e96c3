import { Button, Heading, Inline, Stack } from '@forge/react';
import React from 'react';
import type { InboxEntry } from '../../../definitions';
import type { Writing } from '../../conversation/writing';
import { LoadingNotice } from '../../shared/loading-notice';
import { useTexts } from '../../shared/use-texts';
import type { Paged } from '../state/inbox-state';
import { EntryLine } from './entry-line';

interface Props {
  readonly title: string;
  /** What can be done with all of them, beside the title. */
  readonly tool?: React.ReactNode;
  readonly paged: Paged;
  readonly entries: readonly InboxEntry[];
  readonly selected: string | null;
  readonly writing: Pick<Writing, 'hasDraft'>;
  readonly onOpen: (id: string) => void;
  readonly onMore: (cursor: string) => void;
  /** What stands there once it is known to be empty. */
  readonly children?: React.ReactNode;
}

/** Conversations under a heading; the next page when it is asked for. */
export const EntryList = ({ title, tool, paged, entries, selected, writing, onOpen, onMore, children }: Props) => {
  const t = useTexts();
  const { cursor, isLoaded, isFetching } = paged;
  return (
    <Stack space="space.050">
      <Inline spread="space-between" alignBlock="center" space="space.100">
        <Heading as="h3" size="xxsmall">
          {title}
        </Heading>
        {tool}
      </Inline>
      <Stack>
        {entries.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={{ ...entry, hasDraft: writing.hasDraft(entry.id) ?? entry.hasDraft }}
            isOpen={entry.id === selected}
            onOpen={() => onOpen(entry.id)}
          />
        ))}
      </Stack>
      {isLoaded && entries.length === 0 && cursor === '' ? children : null}
      {isFetching && !isLoaded ? <LoadingNotice label={t('inbox.loading')} /> : null}
      {cursor === '' ? null : (
        <Button appearance="subtle" isDisabled={isFetching} onClick={() => onMore(cursor)}>
          {t('inbox.more')}
        </Button>
      )}
    </Stack>
  );
};
