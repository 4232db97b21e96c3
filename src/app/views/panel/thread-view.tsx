import { EmptyState, Heading, Inline, Stack, Text } from '@forge/react';
import React, { useEffect } from 'react';
import type { Composing } from '../conversation/composing';
import { TurnLozenge } from '../conversation/follow-up/turn-lozenge';
import { MessageList } from '../conversation/messages/message-list';
import { findTurn } from '../conversation/state/change-follow-up';
import type { Writing } from '../conversation/writing';
import { LoadingNotice } from '../shared/loading-notice';
import { namePerson } from '../shared/name-person';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
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
}

/** What was written with one person about this issue. */
export const ThreadView = ({ thread, actions, writing, composing, module }: Props) => {
  const t = useTexts();
  const { person, refusal, messages, outgoing, isLoaded, isFetching, problem, before } = thread;
  const name = namePerson(t, person);
  const isCompact = module === 'context';
  const turn = findTurn(thread);
  useThreadLoading(thread, actions);

  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <Stack space="space.200">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <Heading as="h3" size="xsmall">
          {t('thread.heading', { name })}
        </Heading>
        {turn === null ? null : <TurnLozenge turn={turn} name={name} />}
      </Inline>
      {problem === null ? null : (
        <ProblemNotice problem={problem} onRetry={() => actions.loadPage(person.id, before)} />
      )}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      {isEmpty && isLoaded ? (
        <EmptyThread name={name} place={refusal === null ? 'thread' : 'closed'} isCompact={isCompact} />
      ) : (
        <MessageList
          to={person.id}
          conversation={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          level={4}
          most={isCompact ? mostInContext : undefined}
        />
      )}
    </Stack>
  );
};

/** Asks for the messages of a thread that is shown and was not carried. */
export function useThreadLoading({ person, isLoaded, isFetching, problem }: ThreadState, actions: PanelActions) {
  const mustLoad = !isLoaded && !isFetching && problem === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew at each drawing; what to load is what counts.
  useEffect(() => {
    if (mustLoad) void actions.loadPage(person.id, null);
  }, [mustLoad, person.id]);
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
