import {
  Button,
  Checkbox,
  ErrorMessage,
  Form,
  Heading,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import React, { useState } from 'react';
import { longestName } from '../../../../patterns/patterns';
import { mostBeside } from '../../../definitions';
import { findUnseeing } from '../../groups/find-unseeing';
import { PeoplePicker } from '../../groups/people-picker';
import { pageJira } from '../../jira/page-jira';
import { askResolver } from '../../shared/ask-resolver';
import { describeProblem } from '../../shared/describe-problem';
import { invoke } from '../../shared/invoke';
import { LoadingNotice } from '../../shared/loading-notice';
import { namePerson } from '../../shared/name-person';
import { sayWrong } from '../../shared/say-wrong';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { Outcome, ViewProblem } from '../../shared/view-problem';
import { labelName } from '../label-thread';
import type { ThreadState } from '../state/panel-state';
import type { Place } from '../state/use-place';
import { useCandidates } from './use-candidates';

interface Props {
  readonly place: Pick<Place, 'issueId' | 'issueKey'>;
  /** The conversation of two that goes on in the group; null for one that begins with whoever is on the work item. */
  readonly follows: ThreadState | null;
  /** Shows the group. */
  readonly onMade: (conversationId: string) => Outcome;
  readonly onClose: () => void;
}

/** Begins a group beside the work item. The key is made with the form, so that trying again never makes two. */
export const BesideForm = ({ place, follows, onMade, onClose }: Props) => {
  const t = useTexts();
  const { me, joinNames } = useReader();
  const { issueId, issueKey } = place;
  const { people: offered, missing } = useCandidates(issueId, me.id, follows === null);
  const [key] = useState(() => crypto.randomUUID());
  // Empty at first: a name is read by who is in it, also once they do not see the work item, whose key it must not tell.
  const [name, setName] = useState('');
  const [unticked, setUnticked] = useState<readonly string[]>([]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const other = follows?.person ?? null;
  const ticked = (offered ?? []).map(({ person }) => person.id).filter((id) => !unticked.includes(id));
  const chosen = [...new Set([...ticked, ...added])];
  const wanted = [...(other === null ? [] : [other.id]), ...chosen.filter((id) => id !== other?.id)];
  const isTooLong = name.trim().length > longestName;
  const isFitting = name.trim() !== '' && !isTooLong;
  const isChosen = chosen.length > 0 && wanted.length <= mostBeside;

  const tick = (id: string) =>
    setUnticked(unticked.includes(id) ? unticked.filter((it) => it !== id) : [...unticked, id]);
  const make = async () => {
    if (!isFitting || !isChosen || isMaking) return;
    setMaking(true);
    setProblem(null);
    const refusal = await found();
    setMaking(false);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  const found = async (): Outcome => {
    const sight = await findUnseeing(pageJira, issueKey ?? '', wanted);
    if ('problem' in sight) return sight.problem;
    const { seeing, unseeing } = sight;
    const isLeft = other === null ? seeing.length > 0 : seeing.includes(other.id) && seeing.length > 1;
    // Nobody is left for a group, or the conversation would go on without one of the two.
    if (!isLeft) return { code: 'not_viewers', people: unseeing };
    const ask = { name: name.trim(), people: seeing, follows: follows?.conversationId ?? null, key };
    const answer = await askResolver(invoke('groupBeside', ask));
    if (!answer.ok) return answer.problem;
    if (unseeing.length > 0) {
      sayWrong(
        t('beside.left', { names: joinNames(unseeing.map((it) => namePerson(t, it))) }),
        t('problem.not_viewers.text'),
      );
    }
    const unopened = await onMade(answer.id);
    // It is made: the form has nothing more to do.
    if (unopened !== null) sayWrong(t('beside.notOpened'), describeProblem(t, unopened));
    return null;
  };

  return (
    <Form onSubmit={make}>
      <Stack space="space.150">
        <Heading as="h3" size="xsmall">
          {follows === null ? t('beside.title') : t('beside.widenTitle', { name: labelName(t, follows) })}
        </Heading>
        <Text size="small">
          {follows === null ? t('beside.hint') : t('beside.widenHint', { name: labelName(t, follows) })}
        </Text>
        {offered === null ? <LoadingNotice label={t('beside.looking')} /> : null}
        {offered === null || offered.length === 0 ? null : (
          <Stack space="space.050">
            {/* No CheckboxGroup: UI Kit's takes no name, and nothing would say what is chosen from. */}
            <Heading as="h4" size="xxsmall">
              {t('beside.people')}
            </Heading>
            {offered.map(({ person, role }) => (
              <Checkbox
                key={person.id}
                label={role === null ? namePerson(t, person) : t(`people.${role}`, { name: namePerson(t, person) })}
                isChecked={!unticked.includes(person.id)}
                onChange={() => tick(person.id)}
              />
            ))}
          </Stack>
        )}
        {missing === null ? null : (
          <HelperMessage>{t(`beside.missing.${missing}`, { most: mostBeside })}</HelperMessage>
        )}
        <PeoplePicker
          id="beside-more"
          label={t(follows === null ? 'beside.more' : 'beside.third')}
          hint={t('beside.moreHint')}
          without={[...(offered ?? []).map(({ person }) => person.id), ...(other === null ? [] : [other.id])]}
          onChange={setAdded}
        />
        {wanted.length > mostBeside ? <ErrorMessage>{t('beside.tooMany', { most: mostBeside })}</ErrorMessage> : null}
        <Stack>
          <Label labelFor="beside-name">{t('group.name')}</Label>
          <Textfield
            id="beside-name"
            name="beside-name"
            isRequired
            isInvalid={isTooLong}
            onChange={(event) => setName(String(event.target.value ?? ''))}
          />
          {isTooLong ? (
            <ErrorMessage>{t('problem.name_wrong.text')}</ErrorMessage>
          ) : (
            <HelperMessage>{t('beside.nameHint')}</HelperMessage>
          )}
        </Stack>
        {problem === null ? null : (
          <ErrorMessage>{t('group.notMade', { reason: describeProblem(t, problem) })}</ErrorMessage>
        )}
        <Inline space="space.100">
          <LoadingButton
            type="submit"
            appearance="primary"
            spacing="compact"
            isLoading={isMaking}
            isDisabled={!isFitting || !isChosen}
          >
            {t('beside.make')}
          </LoadingButton>
          <Button appearance="subtle" spacing="compact" isDisabled={isMaking} onClick={onClose}>
            {t('inbox.cancel')}
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
};
