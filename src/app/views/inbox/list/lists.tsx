import { Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Writing } from '../../conversation/writing';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import type { InboxState } from '../state/inbox-state';
import { EntryList } from './entry-list';
import { type Filter, FilterBar } from './filter-bar';

interface Props {
  readonly state: InboxState;
  readonly actions: InboxActions;
  readonly writing: Pick<Writing, 'hasDraft'>;
}

/** All conversations, the unread first, or those of one kind, which are asked for when somebody wants them. */
export const Lists = ({ state: { lists, selected }, actions, writing }: Props) => {
  const t = useTexts();
  const [filter, setFilter] = useState<Filter>('all');
  const { unread, all } = lists;
  // Nobody has to find the same line twice.
  const above = new Set(unread.entries.map(({ id }) => id));
  const choose = (chosen: Filter) => {
    setFilter(chosen);
    if (chosen === 'groups' || chosen === 'archived') void actions.loadList(chosen, '');
  };
  const shared = { selected, writing, onOpen: (id: string) => actions.select(id) };
  return (
    <Stack space="space.150">
      <FilterBar chosen={filter} onChoose={choose} />
      {filter === 'all' && unread.entries.length > 0 ? (
        <EntryList
          {...shared}
          title={t('inbox.unread')}
          paged={unread}
          entries={unread.entries}
          onMore={(cursor) => actions.loadList('unread', cursor)}
        />
      ) : null}
      {filter === 'all' ? (
        <EntryList
          {...shared}
          title={t(above.size === 0 ? 'inbox.all' : 'inbox.others')}
          paged={all}
          entries={all.entries.filter(({ id }) => !above.has(id))}
          onMore={(cursor) => actions.loadList('all', cursor)}
        >
          <Text size="small">{t(above.size === 0 ? 'inbox.none' : 'inbox.noOthers')}</Text>
        </EntryList>
      ) : (
        <EntryList
          {...shared}
          title={t(`inbox.${filter}`)}
          paged={lists[filter]}
          entries={lists[filter].entries}
          onMore={(cursor) => actions.loadList(filter, cursor)}
        >
          <Text size="small">{t(`inbox.none.${filter}`)}</Text>
        </EntryList>
      )}
    </Stack>
  );
};
