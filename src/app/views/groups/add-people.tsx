import { ErrorMessage, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import { type InboxEntry, mostBeside, type OpenedConversation, type Result } from '../../definitions';
import { pageJira } from '../jira/page-jira';
import { describeProblem } from '../shared/describe-problem';
import { invoke } from '../shared/invoke';
import { useTexts } from '../shared/use-texts';
import type { Outcome, ViewProblem } from '../shared/view-problem';
import { findUnseeing, type Sight } from './find-unseeing';
import { type History, HistoryChoice } from './history-choice';
import { PeoplePicker } from './people-picker';

interface Props {
  readonly entry: InboxEntry;
  readonly members: OpenedConversation['members'];
  readonly onChange: (id: string, invocation: Promise<Result<object>>) => Outcome;
}

/** Brings people into a group, who read all of it or what comes; beside a work item those whom Jira shows to see that. */
export const AddPeople = ({ entry: { id, issue }, members, onChange }: Props) => {
  const t = useTexts();
  const [people, setPeople] = useState<readonly string[]>([]);
  const [history, setHistory] = useState<History>('all');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  // A new picker is an empty one.
  const [count, setCount] = useState(0);
  const isTooMany = issue !== null && people.length > mostBeside;

  const add = async () => {
    setBusy(true);
    const sight = issue === null ? { seeing: people, unseeing: [] } : await findSight(issue.key, people);
    setProblem(await addThose(sight));
    setBusy(false);
  };
  /** Why not all of them are in; null when they are. */
  const addThose = async (sight: Sight): Outcome => {
    if ('problem' in sight) return sight.problem;
    const { seeing, unseeing } = sight;
    if (seeing.length > 0) {
      const refusal = await onChange(id, invoke('groupAdd', { id, people: seeing, history }));
      if (refusal !== null) return refusal;
      setPeople([]);
      // What was chosen for these says nothing of the next ones.
      setHistory('all');
      setCount(count + 1);
    }
    return unseeing.length === 0 ? null : { code: 'not_viewers', people: unseeing };
  };

  return (
    <Stack space="space.100" alignInline="stretch">
      <PeoplePicker
        key={String(count)}
        id="group-add"
        label={t('group.add')}
        hint={t(history === 'all' ? 'group.peopleHint' : 'group.peopleHintFromNow')}
        without={members.map((person) => person.id)}
        onChange={setPeople}
      />
      {people.length === 0 ? null : <HistoryChoice value={history} onChange={setHistory} />}
      {isTooMany ? <ErrorMessage>{t('beside.tooMany', { most: mostBeside })}</ErrorMessage> : null}
      {problem === null ? null : <ErrorMessage>{describeProblem(t, problem)}</ErrorMessage>}
      <Inline>
        <LoadingButton isLoading={isBusy} isDisabled={people.length === 0 || isTooMany} onClick={add}>
          {t('group.addThem')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
};

/** Who does not see the work item brings nobody beside it. @param key null where Jira shows it to the reader no more */
async function findSight(key: string | null, people: readonly string[]): Promise<Sight> {
  return key === null ? { problem: { code: 'issue_hidden' } } : findUnseeing(pageJira, key, people);
}
