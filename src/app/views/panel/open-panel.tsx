import { Stack, Text } from '@forge/react';
import React from 'react';
import { useComposing } from '../conversation/composing';
import { WritingPlace } from '../conversation/writing-place';
import { namePerson } from '../shared/name-person';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { NobodyHere } from './nobody-here';
import { PanelFooter } from './panel-footer';
import { PeopleSwitch } from './people-switch';
import { PersonSearch } from './person-search';
import { ProgramSection } from './program-section';
import { isOfProgram, type OpenState, selectedThread, type ThreadState } from './state/panel-state';
import { useAnnouncements } from './state/use-announcements';
import { useMentionable } from './state/use-mentionable';
import type { Panel } from './state/use-panel';
import type { Place } from './state/use-place';
import { ThreadView } from './thread-view';

interface Props extends Omit<Panel, 'state'> {
  readonly state: OpenState;
  readonly module: Place['module'];
}

/** Who there is to write to, what was written with one of them, and what programs sent. */
export const OpenPanel = ({ state, actions, writing, module }: Props) => {
  const t = useTexts();
  const { assignee, threads, isRefreshing, problem } = state;
  const thread = selectedThread(state);
  const ofPeople = threads.filter((it) => !isOfProgram(it));
  const ofPrograms = threads.filter(isOfProgram);
  const isCompact = module === 'context';
  const composing = useComposing();
  const findPeople = useMentionable(thread, threads);
  useAnnouncements(state, actions.select);
  return (
    <Stack space="space.200">
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={actions.refresh} />}
      {assignee !== 'someone' && thread !== null ? <Text>{t(`assignee.${assignee}`)}</Text> : null}
      {thread === null ? null : (
        <PeopleSwitch
          threads={ofPeople}
          selected={thread.person.id}
          writing={writing}
          onSelect={actions.select}
          isCompact={isCompact}
        />
      )}
      <PersonSearch onChoose={actions.start} />
      {thread === null ? (
        <NobodyHere assignee={assignee} isCompact={isCompact} />
      ) : (
        <ThreadView
          key={thread.person.id}
          thread={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          module={module}
        />
      )}
      {thread === null ? null : (
        // Apart from the thread, which is drawn anew for each person: a frame that is drawn anew loads anew.
        <WritingPlace
          to={thread.person.id}
          name={namePerson(t, thread.person)}
          conversation={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          findPeople={findPeople}
          isFirst={module === 'action' || (thread.isStarted && isEmptyThread(thread))}
          isCompact={isCompact}
        />
      )}
      {ofPrograms.length === 0 || module === 'action' ? null : (
        <ProgramSection threads={ofPrograms} actions={actions} writing={writing} composing={composing} />
      )}
      <PanelFooter isRefreshing={isRefreshing} onRefresh={actions.refresh} />
    </Stack>
  );
};

function isEmptyThread({ messages, outgoing }: Pick<ThreadState, 'messages' | 'outgoing'>): boolean {
  return messages.length === 0 && outgoing.length === 0;
}
