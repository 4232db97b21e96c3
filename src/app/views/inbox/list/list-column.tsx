import { Box, Button, Inline, Stack, xcss } from '@forge/react';
import React from 'react';
import type { Writing } from '../../conversation/writing';
import { later } from '../../shared/later';
import { ProblemNotice } from '../../shared/problem-notice';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import { currentLists, type InboxState, keyOf, openLine, withBegun } from '../state/inbox-state';
import { Lists } from './lists';
import { SearchBox } from './search-box';

const SearchResults = later(async () => (await import('./search-results')).SearchResults, 'inbox.searching');

interface Props {
  readonly state: InboxState;
  readonly actions: InboxActions;
  readonly writing: Pick<Writing, 'hasDraft'>;
  readonly onNewGroup: () => void;
}

const searchBox = xcss({ flexGrow: '1', minWidth: '0px' });
const besideFieldBox = xcss({ minWidth: 'max-content' });

/** The conversations, the unread first, or what a search found. */
export const ListColumn = ({ state, actions, writing, onNewGroup }: Props) => {
  const t = useTexts();
  const { lists, search } = state;
  // What is written to whom this view began with is kept under their name.
  const ofLines = { hasDraft: (id: string) => writing.hasDraft(keyOf(state, id)) };
  const problem =
    currentLists(state)
      .map((name) => lists[name].problem)
      .find((it) => it !== null) ?? null;
  return (
    <Stack space="space.150">
      <Inline alignBlock="start" space="space.100">
        <Box xcss={searchBox}>
          <SearchBox
            isSearching={search !== null}
            onSearch={(text) => actions.search(text, '')}
            onEnd={actions.endSearch}
          />
        </Box>
        <Box xcss={besideFieldBox}>
          <Button onClick={onNewGroup}>{t('group.new')}</Button>
        </Box>
      </Inline>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={actions.refresh} />}
      {search === null ? (
        <Lists state={state} actions={actions} writing={ofLines} />
      ) : (
        <SearchResults
          search={withBegun(search, state)}
          selected={openLine(state)}
          actions={actions}
          writing={ofLines}
        />
      )}
    </Stack>
  );
};
