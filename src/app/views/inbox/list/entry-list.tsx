import { Box, Button, Heading, Inline, Stack, xcss } from '@forge/react';
import React from 'react';
import type { InboxEntry } from '../../../definitions';
import { IssueLine } from '../../conversation/messages/issue-line';
import type { Writing } from '../../conversation/writing';
import { LoadingNotice } from '../../shared/loading-notice';
import { useTexts } from '../../shared/use-texts';
import type { Paged } from '../state/inbox-state';
import { EntryLine } from './entry-line';

/** Where names begin. */
const belowName = xcss({ paddingInlineStart: 'space.600', paddingBlockEnd: 'space.050' });

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
          <Stack key={entry.id}>
            <EntryLine
              entry={{ ...entry, hasDraft: writing.hasDraft(entry.id) ?? entry.hasDraft }}
              isOpen={entry.id === selected}
              onOpen={() => onOpen(entry.id)}
            />
            {(entry.draftsOn ?? []).map((issue) => (
              <Box key={issue.id} xcss={belowName}>
                <IssueLine issue={issue} />
              </Box>
            ))}
          </Stack>
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
