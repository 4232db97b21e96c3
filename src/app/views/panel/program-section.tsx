import { Heading, Stack, Text } from '@forge/react';
import React from 'react';
import { LoadingNotice } from '../shared/loading-notice';
import type { ThreadState } from '../shared/panel-state';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { MessageList } from './message-list';
import { useMarkRead } from './state/use-mark-read';
import type { PanelActions } from './state/use-panel';
import type { Writing } from './state/writing';
import { useThreadLoading } from './thread-view';

/** How many messages of each program stand there at first. */
const most = 3;

interface Props {
  readonly threads: readonly ThreadState[];
  readonly actions: PanelActions;
  readonly writing: Writing;
}

/** What rules and programs sent about this issue, apart from what people wrote; nothing can be answered there. */
export const ProgramSection = ({ threads, ...rest }: Props) => {
  const t = useTexts();
  return (
    <Stack space="space.200">
      <Stack space="space.050">
        <Heading as="h3" size="xsmall">
          {t('thread.programs')}
        </Heading>
        <Text size="small" color="color.text.subtlest">
          {t('thread.programsHint')}
        </Text>
      </Stack>
      {threads.map((thread) => (
        <ProgramThread key={thread.person.id} thread={thread} {...rest} />
      ))}
    </Stack>
  );
};

const ProgramThread = ({ thread, actions, writing }: Omit<Props, 'threads'> & { readonly thread: ThreadState }) => {
  const t = useTexts();
  const { person, before, problem, isFetching } = thread;
  useThreadLoading(thread, actions);
  useMarkRead(thread, actions);
  const again = () => (before === null ? actions.loadThread(person.id) : actions.loadOlder(person.id, before));
  return (
    <Stack space="space.200">
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={again} />}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      <MessageList thread={withReasons(thread)} actions={actions} writing={writing} most={most} />
    </Stack>
  );
};

/** Every message of a program says why it came, also one whose sender said nothing of itself. */
function withReasons(thread: ThreadState): ThreadState {
  const unnamed = { kind: 'client', label: null } as const;
  return { ...thread, messages: thread.messages.map((it) => ({ ...it, origin: it.origin ?? unnamed })) };
}
