import { Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { useAway } from '../conversation/away/use-away';
import { useComposing } from '../conversation/composing';
import { WritingPlace } from '../conversation/writing-place';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { BesideForm } from './beside/beside-form';
import { labelName } from './label-thread';
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
  readonly place: Place;
}

/** Who there is to write to, what was written with one of them, and what programs sent. */
export const OpenPanel = ({ state, actions, writing, place }: Props) => {
  const t = useTexts();
  const { module } = place;
  const { assignee, threads, isRefreshing, problem } = state;
  const [founding, setFounding] = useState<Founding | null>(null);
  const thread = selectedThread(state);
  const ofPeople = threads.filter((it) => !isOfProgram(it));
  const ofPrograms = threads.filter(isOfProgram);
  const isCompact = module === 'context';
  const ofShown = [...ofPeople, ...ofPrograms];
  const composing = useComposing(state.own?.enterSends ?? false);
  const away = useAway(
    state.own !== null,
    threads.map(({ person }) => person),
  );
  const writeTo = async (person: string) => {
    if (!threads.some(({ key }) => key === person)) return actions.start(person);
    actions.select(person);
    return null;
  };
  const findPeople = useMentionable(thread, threads);
  useAnnouncements(state, actions.select);
  return (
    <Stack space="space.200">
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={actions.refresh} />}
      {isSpread(ofShown) ? <Text weight="medium">{t('panel.heading', { count: countUnread(ofShown) })}</Text> : null}
      {assignee !== 'someone' && thread !== null ? <Text>{t(`assignee.${assignee}`)}</Text> : null}
      {thread === null ? null : (
        <PeopleSwitch
          threads={ofPeople}
          selected={thread.key}
          writing={writing}
          onSelect={actions.select}
          isCompact={isCompact}
        />
      )}
      {founding === null ? (
        <PersonSearch
          onChoose={actions.start}
          onGroup={module === 'action' ? undefined : () => setFounding({ follows: null })}
        />
      ) : (
        <BesideForm
          key={founding.follows?.key ?? ''}
          place={place}
          follows={founding.follows}
          onMade={actions.openGroup}
          onClose={() => setFounding(null)}
        />
      )}
      {thread === null ? (
        <NobodyHere assignee={assignee} isCompact={isCompact} />
      ) : (
        <ThreadView
          key={thread.key}
          thread={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          module={module}
          onWiden={mayWiden(thread, module) ? () => setFounding({ follows: thread }) : undefined}
        />
      )}
      {thread === null ? null : (
        // Apart from the thread, which is drawn anew for each person: a frame that is drawn anew loads anew.
        <WritingPlace
          to={thread.key}
          name={labelName(t, thread)}
          conversation={thread}
          actions={actions}
          writing={writing}
          composing={composing}
          findPeople={findPeople}
          away={away.get(thread.key)}
          onWriteTo={writeTo}
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

/** A group that is being begun, and the conversation that goes on in it; null where none does. */
interface Founding {
  readonly follows: ThreadState | null;
}

/** Whether a third person can be taken in: where two have written to each other, and one can still write. */
function mayWiden({ person, conversationId, refusal }: ThreadState, module: Place['module']): boolean {
  return person?.kind === 'person' && conversationId !== null && refusal === null && module !== 'action';
}

/** Whether what is new lies in more than one place: of one its own head says how much. */
function isSpread(threads: readonly ThreadState[]): boolean {
  return threads.filter(({ unreadCount }) => unreadCount > 0).length > 1;
}

function countUnread(threads: readonly ThreadState[]): string {
  const count = threads.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  return count > 99 ? '99+' : String(count);
}

function isEmptyThread({ messages, outgoing }: Pick<ThreadState, 'messages' | 'outgoing'>): boolean {
  return messages.length === 0 && outgoing.length === 0;
}
