import { Stack, Text } from '@forge/react';
import React from 'react';
import { isolateText } from '../../../definitions';
import type { Writing } from '../../conversation/writing';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import { type InboxState, openLine } from '../state/inbox-state';
import { EntryList } from './entry-list';
import { FilterBar } from './filter-bar';
import { MarkAllRead } from './mark-all-read';

interface Props {
  readonly state: InboxState;
  readonly actions: InboxActions;
  readonly writing: Pick<Writing, 'hasDraft'>;
}

/** All conversations, the unread first, or those of one kind, which are asked for when somebody wants them. */
export const Lists = ({ state, actions, writing }: Props) => {
  const { lists, chosen, issue } = state;
  const t = useTexts();
  const { unread, all } = lists;
  // Nobody has to find the same line twice.
  const above = new Set(unread.entries.map(({ id }) => id));
  const shared = { selected: openLine(state), writing, onOpen: (id: string) => actions.select(id) };
  return (
    <Stack space="space.150">
      <FilterBar chosen={chosen} issue={issue} onChoose={actions.chooseList} />
      {chosen === 'all' && unread.entries.length > 0 ? (
        <EntryList
          {...shared}
          title={t('inbox.unread')}
          tool={<MarkAllRead actions={actions} />}
          paged={unread}
          entries={unread.entries}
          onMore={(cursor) => actions.loadList('unread', cursor)}
        />
      ) : null}
      {chosen === 'all' ? (
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
          title={
            chosen === 'issue'
              ? t('inbox.issue', { key: issue?.key ?? '', summary: isolateText(issue?.summary ?? '') })
              : t(`inbox.${chosen}`)
          }
          tool={chosen === 'unread' && unread.entries.length > 0 ? <MarkAllRead actions={actions} /> : null}
          paged={lists[chosen]}
          entries={lists[chosen].entries}
          onMore={(cursor) => actions.loadList(chosen, cursor)}
        >
          <Text size="small">{t(`inbox.none.${chosen}`)}</Text>
        </EntryList>
      )}
    </Stack>
  );
};
