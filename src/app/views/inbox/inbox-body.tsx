import { Box, EmptyState, Inline, useProductContext, xcss } from '@forge/react';
import React, { useEffect, useState } from 'react';
import { useComposing } from '../conversation/composing';
import { useLive } from '../live/use-live';
import { later } from '../shared/later';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { ListColumn } from './list/list-column';
import { findOpenGroup, selectedConversation } from './state/inbox-state';
import { parseLocation } from './state/parse-location';
import { useInbox } from './state/use-inbox';

const ConversationPane = later(
  async () => (await import('./conversation/conversation-pane')).ConversationPane,
  'thread.loading',
);
const GroupForm = later(async () => (await import('./groups/group-form')).GroupForm, 'group.loading');

// Side by side where there is room for both, else one below the other: the frame's width is not for a view to know.
const listBox = xcss({ width: '320px', flexGrow: '1', maxWidth: '480px' });
// Beside a conversation the list scrolls by itself, so that below it, on a narrow page, the conversation is near.
const listBesideBox = xcss({ width: '320px', flexGrow: '1', maxHeight: '75vh', overflowY: 'auto' });
const threadBox = xcss({ width: '480px', flexGrow: '3', paddingBottom: 'space.400' });

/** The inbox in whatever state it is. */
export const InboxBody = () => {
  const t = useTexts();
  const [state, actions, writing] = useInbox();
  const [isMakingGroup, setMakingGroup] = useState(false);
  const composing = useComposing();
  const location: unknown = useProductContext()?.extension['location'];
  const linked = parseLocation(location);
  const { touch } = useLive(actions.refresh, undefined, undefined, findOpenGroup(state));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the live updates ask.
  useEffect(() => {
    void actions.refresh();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the context has come, or its address has changed.
  useEffect(() => {
    if (linked !== null) actions.select(linked);
  }, [linked]);

  const { all, unread } = state.lists;
  const conversation = selectedConversation(state);
  if (!all.isLoaded) {
    if (all.problem !== null) return <ProblemNotice problem={all.problem} onRetry={actions.refresh} />;
    return <LoadingNotice label={t('inbox.loading')} />;
  }
  const isEmpty = all.entries.length === 0 && unread.entries.length === 0 && state.search === null;
  const isAlone = conversation === null && !isMakingGroup;
  const select: typeof actions.select = (id, found) => {
    setMakingGroup(false);
    touch();
    actions.select(id, found);
  };
  return (
    <Inline shouldWrap alignBlock="start" space="space.300" rowSpace="space.300">
      <Box xcss={isAlone ? listBox : listBesideBox}>
        <ListColumn
          state={state}
          actions={{ ...actions, select }}
          writing={writing}
          onNewGroup={() => setMakingGroup(true)}
        />
      </Box>
      <Box xcss={threadBox}>
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
