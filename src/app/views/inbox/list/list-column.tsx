import { Box, Button, Inline, Label, Stack, Text, Toggle, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { Writing } from '../../conversation/writing';
import { later } from '../../shared/later';
import { ProblemNotice } from '../../shared/problem-notice';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import type { InboxState } from '../state/inbox-state';
import { EntryList } from './entry-list';
import { SearchBox } from './search-box';

const SearchResults = later(async () => (await import('./search-results')).SearchResults, 'inbox.searching');

interface Props {
  readonly state: InboxState;
  readonly actions: InboxActions;
  readonly writing: Pick<Writing, 'hasDraft'>;
  readonly onNewGroup: () => void;
}

const searchBox = xcss({ flexGrow: '1', minWidth: '0px' });
// As far down as the field's label reaches, so that the button stands beside the field.
const besideFieldBox = xcss({ minWidth: 'max-content', paddingTop: 'space.300' });

/** The conversations, the unread first, or what a search found. */
export const ListColumn = ({ state, actions, writing, onNewGroup }: Props) => {
  const t = useTexts();
  const { lists, search } = state;
  const problem = lists.all.problem ?? lists.unread.problem ?? lists.archived.problem;
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
        <AllLists state={state} actions={actions} writing={writing} />
      ) : (
        <SearchResults search={search} selected={state.selected} actions={actions} writing={writing} />
      )}
    </Stack>
  );
};

const AllLists = ({ state: { lists, selected }, actions, writing }: Omit<Props, 'onNewGroup'>) => {
  const t = useTexts();
  const [showsArchived, setShowsArchived] = useState(lists.archived.isLoaded);
  const { unread, all, archived } = lists;
  // Nobody has to find the same line twice.
  const above = new Set(unread.entries.map(({ id }) => id));
  const shared = { selected, writing, onOpen: (id: string) => actions.select(id) };
  return (
    <Stack space="space.200">
      {unread.entries.length === 0 ? null : (
        <EntryList
          {...shared}
          title={t('inbox.unread')}
          paged={unread}
          entries={unread.entries}
          onMore={(cursor) => actions.loadList('unread', cursor)}
        />
      )}
      <EntryList
        {...shared}
        title={t(above.size === 0 ? 'inbox.all' : 'inbox.others')}
        paged={all}
        entries={all.entries.filter(({ id }) => !above.has(id))}
        onMore={(cursor) => actions.loadList('all', cursor)}
      >
        <Text size="small">{t(above.size === 0 ? 'inbox.none' : 'inbox.noOthers')}</Text>
      </EntryList>
      <Inline spread="space-between" alignBlock="center">
        <Inline space="space.050" alignBlock="center">
          <Toggle
            id="show-archived"
            isChecked={showsArchived}
            onChange={() => {
              setShowsArchived(!showsArchived);
              if (!showsArchived) void actions.loadList('archived', '');
            }}
          />
          <Label labelFor="show-archived">{t('inbox.showArchived')}</Label>
        </Inline>
        <Button appearance="subtle" isDisabled={all.isFetching} onClick={actions.refresh}>
          {t('panel.refresh')}
        </Button>
      </Inline>
      {showsArchived ? (
        <EntryList
          {...shared}
          title={t('inbox.archived')}
          paged={archived}
          entries={archived.entries}
          onMore={(cursor) => actions.loadList('archived', cursor)}
        >
          <Text size="small">{t('inbox.noArchived')}</Text>
        </EntryList>
      ) : null}
    </Stack>
  );
};
