import { Button, ErrorMessage, Heading, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { type InboxEntry, isolateText, type OpenedConversation, type Result } from '../../definitions';
import { describeProblem } from '../shared/describe-problem';
import { invoke } from '../shared/invoke';
import { namePerson } from '../shared/name-person';
import { Question } from '../shared/question';
import { useTexts } from '../shared/use-texts';
import type { Outcome, ViewProblem } from '../shared/view-problem';
import { AddPeople } from './add-people';
import { fitGroup, GroupFields } from './group-fields';

interface Props {
  readonly entry: InboxEntry;
  readonly members: OpenedConversation['members'];
  /** Does what changes the group, and brings it anew. */
  readonly onChange: (id: string, invocation: Promise<Result<object>>) => Outcome;
}

/** Who is in a group; its owner changes that, its name, its topic and its privacy here. */
export const GroupDetails = ({ entry, members, onChange }: Props) => {
  const t = useTexts();
  const [facts, setFacts] = useState(entry);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { id, role, isArchived } = entry;
  const fitting = fitGroup(facts);
  const isOwner = role === 'owner' && !isArchived;
  const opensUp = entry.privacy === 'private' && facts.privacy === 'public';
  const isChanged = facts.name !== entry.name || facts.topic !== entry.topic || facts.privacy !== entry.privacy;

  const change = async (invocation: Promise<Result<object>>) => {
    setBusy(true);
    setProblem(null);
    const refusal = await onChange(id, invocation);
    setBusy(false);
    setProblem(refusal);
    return refusal === null;
  };
  const save = async () => {
    // What went wrong stands below, and the question is answered.
    if (fitting !== null) await change(invoke('groupChange', { id, ...fitting }));
    return null;
  };

  return (
    <Stack space="space.200">
      {isOwner ? (
        <Stack space="space.100" alignInline="start">
          <GroupFields
            initial={entry}
            current={facts}
            isPrivate={entry.issue !== null}
            onChange={(changed) => setFacts({ ...entry, ...changed })}
          />
          <LoadingButton
            isLoading={isBusy}
            isDisabled={fitting === null || !isChanged}
            onClick={() => (opensUp ? setAsking(true) : void save())}
          >
            {t('group.save')}
          </LoadingButton>
          {isAsking && opensUp ? (
            <Question
              text={t('group.publicQuestion', { name: isolateText(entry.name) })}
              confirm={t('group.publicConfirm')}
              onConfirm={save}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </Stack>
      ) : null}
      <Heading as="h3" size="xsmall">
        {t('group.members', { count: members.length })}
      </Heading>
      {members.map((person) => (
        <Inline key={person.id} spread="space-between" alignBlock="center" space="space.100">
          <Text>{namePerson(t, person)}</Text>
          {isOwner ? (
            <Button
              appearance="subtle"
              spacing="compact"
              isDisabled={isBusy}
              onClick={() => void change(invoke('groupRemove', { id, person: person.id }))}
            >
              {t('group.remove', { name: namePerson(t, person) })}
            </Button>
          ) : null}
        </Inline>
      ))}
      {problem === null ? null : (
        <ErrorMessage>{t('inbox.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      {isOwner ? <AddPeople entry={entry} members={members} onChange={onChange} /> : null}
    </Stack>
  );
};
