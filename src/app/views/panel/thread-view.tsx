import { Button, EmptyState, Heading, Inline, Stack, Text } from '@forge/react';
import React, { useEffect } from 'react';
import type { Composing } from '../conversation/composing';
import { TurnLozenge } from '../conversation/follow-up/turn-lozenge';
import { MessageList } from '../conversation/messages/message-list';
import { findTurn } from '../conversation/state/change-follow-up';
import type { Writing } from '../conversation/writing';
import { describeProblem } from '../shared/describe-problem';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { sayWrong } from '../shared/say-wrong';
import { useTexts } from '../shared/use-texts';
import { GroupPart } from './group-part';
import { labelName } from './label-thread';
import type { ThreadState } from './state/panel-state';
import type { PanelActions } from './state/use-panel';
import type { Place } from './state/use-place';

/** How many messages stand in the narrow place at first. */
const mostInContext = 3;

interface Props {
  readonly thread: ThreadState;
  readonly actions: PanelActions;
  readonly writing: Writing;
  readonly composing: Composing;
  readonly module: Place['module'];
  /** Goes on with a third person; absent where there is no such way. */
  readonly onWiden?: (() => void) | undefined;
}

/** What was written about this issue with one person, or in a group. */
export const ThreadView = ({ thread, actions, writing, composing, module, onWiden }: Props) => {
  const t = useTexts();
  const { key, person, refusal, messages, outgoing, isLoaded, isFetching, problem, before } = thread;
  const name = labelName(t, thread);
  const isCompact = module === 'context';
  const turn = findTurn(thread);
  useThreadLoading(thread, actions);

  const openGroup = async (conversationId: string) => {
    const refusal = await actions.openGroup(conversationId);
    if (refusal !== null) sayWrong(t('group.notOpened'), describeProblem(t, refusal));
  };

  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.100" rowSpace="space.050" shouldWrap>
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <Heading as="h3" size="xsmall">
            {t(person === null ? 'thread.group' : 'thread.heading', { name })}
          </Heading>
          {turn === null ? null : <TurnLozenge turn={turn} name={null} />}
        </Inline>
        {onWiden === undefined ? null : (
          <Button appearance="subtle" spacing="compact" onClick={onWiden}>
            {t('beside.widen')}
          </Button>
        )}
      </Inline>
      {person === null ? <GroupPart thread={thread} actions={actions} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={() => actions.loadPage(key, before)} />}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      {isEmpty && isLoaded && person === null ? (
        <Text>{t(refusal === null ? 'inbox.noMessages.text' : 'inbox.noMessages.closed')}</Text>
      ) : isEmpty && isLoaded ? (
        <EmptyThread name={name} place={refusal === null ? 'thread' : 'closed'} isCompact={isCompact} />
      ) : (
        <MessageList
          to={key}
          onOpen={openGroup}
          isBesideIssue
          conversation={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          level={4}
          most={isCompact ? mostInContext : undefined}
          isAttended={composing.isAttending}
        />
      )}
    </Stack>
  );
};

/** Asks for the messages of a thread that is shown and was not carried. */
export function useThreadLoading({ key, isLoaded, isFetching, problem }: ThreadState, actions: PanelActions) {
  const mustLoad = !isLoaded && !isFetching && problem === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew at each drawing; what to load is what counts.
  useEffect(() => {
    if (mustLoad) void actions.loadPage(key, null);
  }, [mustLoad, key]);
}

interface EmptyProps {
  readonly name: string;
  readonly place: 'thread' | 'closed';
  readonly isCompact: boolean;
}

const EmptyThread = ({ name, place, isCompact }: EmptyProps) => {
  const t = useTexts();
  if (isCompact) return <Text>{t(`empty.${place}.text`)}</Text>;
  return (
    <EmptyState
      header={t(`empty.${place}.title`, { name })}
      description={t(`empty.${place}.text`)}
      headingLevel={4}
      width="narrow"
    />
  );
};
