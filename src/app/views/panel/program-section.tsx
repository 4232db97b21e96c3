import { Heading, Stack, Text } from '@forge/react';
import React from 'react';
import type { Composing } from '../conversation/composing';
import { MessageList } from '../conversation/messages/message-list';
import type { Writing } from '../conversation/writing';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import type { ThreadState } from './state/panel-state';
import type { PanelActions } from './state/use-panel';
import { useThreadLoading } from './thread-view';

/** How many messages of each program stand there at first. */
const most = 3;

interface Props {
  readonly threads: readonly ThreadState[];
  readonly actions: PanelActions;
  readonly writing: Writing;
  readonly composing: Composing;
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
        <ProgramThread key={thread.key} thread={thread} {...rest} />
      ))}
    </Stack>
  );
};

const ProgramThread = ({
  thread,
  actions,
  writing,
  composing,
}: Omit<Props, 'threads'> & { readonly thread: ThreadState }) => {
  const t = useTexts();
  const { key, before, problem, isFetching } = thread;
  useThreadLoading(thread, actions);
  return (
    <Stack space="space.200">
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={() => actions.loadPage(key, before)} />}
      {isFetching ? <LoadingNotice label={t('thread.loading')} /> : null}
      <MessageList
        to={key}
        conversation={withReasons(thread)}
        actions={actions}
        writing={writing}
        composing={composing}
        level={4}
        most={most}
      />
    </Stack>
  );
};

/** Every message of a program says why it came, also one whose sender said nothing of itself. */
function withReasons(thread: ThreadState): ThreadState {
  const unnamed = { kind: 'client', label: null, owner: null } as const;
  return { ...thread, messages: thread.messages.map((it) => ({ ...it, origin: it.origin ?? unnamed })) };
}
