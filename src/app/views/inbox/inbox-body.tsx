import { Box, EmptyState, Inline, useProductContext, xcss } from '@forge/react';
import React, { useEffect, useState } from 'react';
import { useComposing } from '../conversation/composing';
import { useLive } from '../live/use-live';
import { later } from '../shared/later';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { ListColumn } from './list/list-column';
import { parsePlace } from './state/inbox-place';
import { findOpenGroup, keyOf, selectedConversation } from './state/inbox-state';
import { useInbox } from './state/use-inbox';
import { usePageAddress } from './state/use-page-address';
import { widePage } from './wide-page';

const ConversationPane = later(
  async () => (await import('./conversation/conversation-pane')).ConversationPane,
  'thread.loading',
);
const GroupForm = later(async () => (await import('../groups/group-form')).GroupForm, 'group.loading');

// Beside each other on a wide page, one at a time on a narrow one: a page's width is known to its styles alone, which take no
// lengths for one. The list is the same box whatever stands beside it, so that opening a row moves nothing.
const list = { width: '340px', minWidth: '280px', flexGrow: '1', maxHeight: '75vh' } as const;
const besideThread = { display: 'block', flexGrow: '0', overflowY: 'auto' } as const;
const listBox = xcss({ ...list, [widePage]: besideThread });
const listAwayBox = xcss({ ...list, display: 'none', [widePage]: besideThread });
const thread = { width: '0px', flexGrow: '1', paddingBottom: 'space.400' } as const;
const threadBox = xcss(thread);
const threadAwayBox = xcss({ ...thread, display: 'none', [widePage]: { display: 'block' } });

/** The inbox in whatever state it is. */
export const InboxBody = () => {
  const t = useTexts();
  const [state, actions, writing] = useInbox();
  const [isMakingGroup, setMakingGroup] = useState(false);
  const composing = useComposing(state.own?.enterSends ?? false);
  const location: unknown = useProductContext()?.extension['location'];
  const linked = parsePlace(location);
  const { touch } = useLive(actions.refresh, undefined, undefined, findOpenGroup(state));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the live updates ask.
  useEffect(() => {
    void actions.refresh();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the context has come, or its address has changed.
  useEffect(() => {
    if (linked.conversation !== null && state.selected === null) actions.select(linked.conversation, linked.message);
  }, [linked.conversation, linked.message]);
  const conversation = selectedConversation(state);
  usePageAddress({ conversation: state.selected, message: conversation?.foundId ?? null }, (place) => {
    setMakingGroup(false);
    actions.select(place.conversation, place.message);
  });

  const { all, unread } = state.lists;
  if (!all.isLoaded) {
    if (all.problem !== null) return <ProblemNotice problem={all.problem} onRetry={actions.refresh} />;
    return <LoadingNotice label={t('inbox.loading')} />;
  }
  const isEmpty = all.entries.length === 0 && unread.entries.length === 0 && state.search === null;
  const isAlone = conversation === null && !isMakingGroup;
  const select: typeof actions.select = (id, message) => {
    setMakingGroup(false);
    touch();
    actions.select(id === null ? null : keyOf(state, id), message);
  };
  return (
    <Inline alignBlock="start" space="space.300">
      <Box xcss={isAlone ? listBox : listAwayBox}>
        <ListColumn
          state={state}
          actions={{ ...actions, select }}
          writing={writing}
          onNewGroup={() => setMakingGroup(true)}
        />
      </Box>
      <Box xcss={isAlone ? threadAwayBox : threadBox}>
        {isMakingGroup ? (
          <GroupForm
            onClose={() => setMakingGroup(false)}
            onMade={(id) => {
              select(id);
              void actions.loadList('all', '');
            }}
          />
        ) : conversation !== null && state.selected !== null ? (
          <ConversationPane
            id={state.selected}
            conversation={conversation}
            isAwayKnown={state.own != null}
            blocked={state.blocked}
            actions={actions}
            writing={writing}
            composing={composing}
          />
        ) : (
          <EmptyState
            header={t(isEmpty ? 'inbox.empty.title' : 'inbox.choose.title')}
            description={t(isEmpty ? 'inbox.empty.text' : 'inbox.choose.text')}
            headingLevel={2}
          />
        )}
      </Box>
    </Inline>
  );
};
