import { EmptyState, Heading, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect } from 'react';
import { Composer } from './composer';
import { LoadingNotice } from './loading-notice';
import { MessageList } from './message-list';
import { namePerson } from './name-person';
import type { ThreadState } from './panel-state';
import { ProblemNotice } from './problem-notice';
import type { PanelActions } from './use-panel';
import { useTexts } from './use-texts';

interface Props {
  readonly thread: ThreadState;
  readonly actions: PanelActions;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
}

/** What was written with one person about this issue, and where to write, or why one cannot. */
export const ThreadView = ({ thread, actions, draft, onDraft }: Props) => {
  const t = useTexts();
  const { person, refusal, messages, outgoing, isLoaded, isFetching, problem, before } = thread;
  const name = namePerson(t, person);
  const mustLoad = !isLoaded && !isFetching && problem === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew at each drawing; what to load is what counts.
  useEffect(() => {
    if (mustLoad) void actions.loadThread(person.id);
  }, [mustLoad, person.id]);

  const again = () => (before === null ? actions.loadThread(person.id) : actions.loadOlder(person.id, before));
  const isEmpty = messages.length === 0 && outgoing.length === 0;
  const place = refusal === null ? 'thread' : 'closed';
  return (
    <Stack space="space.200">
      <Heading as="h3" size="xsmall">
        {t('thread.heading', { name })}
      </Heading>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={again} />}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      {isEmpty && isLoaded ? (
        <EmptyState
          header={t(`empty.${place}.title`, { name })}
          description={t(`empty.${place}.text`)}
          headingLevel={4}
          width="narrow"
        />
      ) : (
        <MessageList thread={thread} actions={actions} />
      )}
      {refusal === null ? (
        <Composer
          key={person.id}
          name={name}
          draft={draft}
          onDraft={onDraft}
          onSend={(message) => actions.send(person.id, message)}
        />
      ) : (
        <SectionMessage appearance="information">
          <Text>{t(`refusal.${refusal}`, { name })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};
