import { Box, Button, EmptyState, Inline, Stack, Text } from '@forge/react';
import React, { useRef } from 'react';
import { LoadingNotice } from './loading-notice';
import { namePerson } from './name-person';
import { type OpenState, selectedThread } from './panel-state';
import { PeopleSwitch } from './people-switch';
import { ProblemNotice } from './problem-notice';
import { ThreadView } from './thread-view';
import { type PanelActions, usePanel } from './use-panel';
import { useTexts } from './use-texts';

/** The panel in whatever state it is. */
export const PanelBody = () => {
  const t = useTexts();
  const [state, actions] = usePanel();
  if (state.phase === 'loading') return <LoadingNotice label={t('panel.loading')} />;
  if (state.phase === 'failed') return <ProblemNotice problem={state.problem} onRetry={actions.refresh} />;
  return <OpenPanel state={state} actions={actions} />;
};

const OpenPanel = ({ state, actions }: { state: OpenState; actions: PanelActions }) => {
  const t = useTexts();
  // Unsent words by person: they outlive a look at somebody else's thread. Nothing is drawn from them while typing.
  const drafts = useRef(new Map<string, string>());
  const { assignee, threads, isRefreshing, problem } = state;
  const thread = selectedThread(state);
  const people = threads.map(({ person, isAssignee }) => {
    const name = namePerson(t, person);
    return { id: person.id, label: isAssignee ? t('people.assignee', { name }) : name };
  });
  return (
    <Stack space="space.200">
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={actions.refresh} />}
      {assignee !== 'someone' && thread !== null ? <Text>{t(`assignee.${assignee}`)}</Text> : null}
      {thread === null ? (
        <NobodyHere assignee={assignee} />
      ) : (
        <PeopleSwitch people={people} selected={thread.person.id} label={t('people.label')} onSelect={actions.select}>
          <ThreadView
            key={thread.person.id}
            thread={thread}
            actions={actions}
            draft={drafts.current.get(thread.person.id) ?? ''}
            onDraft={(text) => drafts.current.set(thread.person.id, text)}
          />
        </PeopleSwitch>
      )}
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Box>
          <Text size="small" color="color.text.subtlest">
            {t('panel.kept')}
          </Text>
        </Box>
        <Button appearance="subtle" spacing="compact" isDisabled={isRefreshing} onClick={actions.refresh}>
          {t('panel.refresh')}
        </Button>
      </Inline>
    </Stack>
  );
};

const NobodyHere = ({ assignee }: { assignee: OpenState['assignee'] }) => {
  const t = useTexts();
  const place = assignee === 'me' ? 'me' : 'nobody';
  return (
    <EmptyState
      header={t(`empty.${place}.title`)}
      description={t(`empty.${place}.text`)}
      headingLevel={3}
      width="narrow"
    />
  );
};
