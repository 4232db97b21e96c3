import { EmptyState, Heading, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect } from 'react';
import { Composer } from '../messages/composer';
import { LoadingNotice } from '../shared/loading-notice';
import { namePerson } from '../shared/name-person';
import type { ThreadState } from '../shared/panel-state';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { MessageList } from './message-list';
import { useMarkRead } from './state/use-mark-read';
import type { PanelActions } from './state/use-panel';
import type { Place } from './state/use-place';
import type { Writing } from './state/writing';

/** How many messages stand in the narrow place at first. */
const mostInContext = 3;

interface Props {
  readonly thread: ThreadState;
  readonly actions: PanelActions;
  readonly writing: Writing;
  readonly module: Place['module'];
}

/** What was written with one person about this issue, and where to write, or why one cannot. */
export const ThreadView = ({ thread, actions, writing, module }: Props) => {
  const t = useTexts();
  const { person, refusal, messages, outgoing, isLoaded, isFetching, problem, before } = thread;
  const name = namePerson(t, person);
  const isCompact = module === 'context';
  useThreadLoading(thread, actions);
  useMarkRead(thread, actions);

  const again = () => (before === null ? actions.loadThread(person.id) : actions.loadOlder(person.id, before));
  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <Stack space="space.200">
      <Heading as="h3" size="xsmall">
        {t('thread.heading', { name })}
      </Heading>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={again} />}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      {isEmpty && isLoaded ? (
        <EmptyThread name={name} place={refusal === null ? 'thread' : 'closed'} isCompact={isCompact} />
      ) : (
        <MessageList thread={thread} actions={actions} writing={writing} most={isCompact ? mostInContext : undefined} />
      )}
      {refusal === null ? (
        <Composer
          name={name}
          draft={writing.draftTo(person.id)}
          onDraft={(text) => writing.keepDraft(person.id, text)}
          onSend={(message) => actions.send(person.id, message)}
          isFirst={module === 'action' || (thread.isStarted && isEmpty)}
          isCompact={isCompact}
        />
      ) : (
        <SectionMessage appearance="information">
          <Text>{t(`refusal.${refusal}`, { name })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};

/** Asks for the messages of a thread that is shown and was not carried. */
export function useThreadLoading({ person, isLoaded, isFetching, problem }: ThreadState, actions: PanelActions) {
  const mustLoad = !isLoaded && !isFetching && problem === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew at each drawing; what to load is what counts.
  useEffect(() => {
    if (mustLoad) void actions.loadThread(person.id);
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
