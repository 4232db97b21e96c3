import { Button, ErrorMessage, Form, Heading, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import { askResolver } from '../shared/ask-resolver';
import { describeProblem } from '../shared/describe-problem';
import { invoke } from '../shared/invoke';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { fitGroup, type GroupFacts, GroupFields } from './group-fields';
import { PeoplePicker } from './people-picker';

const empty: GroupFacts = { name: '', topic: '', privacy: 'private' };

interface Props {
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}

/** Makes a group. The key is made with the form, so that trying again never makes two. */
export const GroupForm = ({ onMade, onClose }: Props) => {
  const t = useTexts();
  const [key] = useState(() => crypto.randomUUID());
  const [facts, setFacts] = useState(empty);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const fitting = fitGroup(facts);

  const make = async () => {
    if (fitting === null || isMaking) return;
    setMaking(true);
    setProblem(null);
    const answer = await askResolver(invoke('groupCreate', { ...fitting, people, key }));
    if (answer.ok) return onMade(answer.id);
    setMaking(false);
    setProblem(answer.problem);
  };

  return (
    <Form onSubmit={make}>
      <Stack space="space.200">
        <Heading as="h2" size="small">
          {t('group.new')}
        </Heading>
        <GroupFields initial={empty} current={facts} onChange={setFacts} />
        <PeoplePicker id="group-people" label={t('group.people')} without={[]} onChange={setPeople} />
        {problem === null ? null : (
          <ErrorMessage>{t('group.notMade', { reason: describeProblem(t, problem) })}</ErrorMessage>
        )}
        <Inline space="space.100">
          <LoadingButton type="submit" appearance="primary" isLoading={isMaking} isDisabled={fitting === null}>
            {t('group.make')}
          </LoadingButton>
          <Button appearance="subtle" isDisabled={isMaking} onClick={onClose}>
            {t('inbox.cancel')}
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
};
