import { Button, ErrorMessage, Heading, Inline, Label, LoadingButton, Stack, Text, Toggle } from '@forge/react';
import React, { useState } from 'react';
import type { Choices } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { describeProblem } from '../shared/describe-problem';
import { invoke } from '../shared/invoke';
import { sayDone } from '../shared/say-done';
import { type TextKey, useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';

/** Of what one gets a mail, and whether others see what one reads. Nothing holds before it is saved. */
export const ChoicesForm = ({ initial }: { initial: Choices }) => {
  const t = useTexts();
  const [saved, setSaved] = useState(initial);
  const [choices, setChoices] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const isChanged = (Object.keys(choices) as (keyof Choices)[]).some((name) => choices[name] !== saved[name]);

  const save = async () => {
    setSaving(true);
    setProblem(null);
    const answer = await askResolver(invoke('preferencesSave', { choices }));
    setSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    setSaved(choices);
    sayDone(t('preferences.saved'));
  };
  const undo = () => {
    setChoices(saved);
    setProblem(null);
  };
  const toggle = (name: keyof Choices, label: TextKey) => (
    <Inline space="space.100" alignBlock="center">
      <Toggle
        id={name}
        isChecked={choices[name] === true}
        isDisabled={isSaving}
        onChange={() => setChoices({ ...choices, [name]: !choices[name] })}
      />
      <Label labelFor={name}>{t(label)}</Label>
    </Inline>
  );

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('preferences.mail.title')}
      </Heading>
      <Text>{t('preferences.mail.text')}</Text>
      {toggle('mailOfPeople', 'preferences.mail.people')}
      {toggle('mailOfRules', 'preferences.mail.rules')}
      {toggle('mailOfPrograms', 'preferences.mail.programs')}
      {choices.mentionsPassMute === null ? null : toggle('mentionsPassMute', 'preferences.mentions')}
      <Heading as="h2" size="small">
        {t('preferences.receipts.title')}
      </Heading>
      {toggle('receipts', 'preferences.receipts')}
      {isChanged ? <Text weight="medium">{t('preferences.unsaved')}</Text> : null}
      {problem === null ? null : (
        <ErrorMessage>{t('preferences.notSaved', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="primary" isLoading={isSaving} isDisabled={!isChanged} onClick={save}>
          {t('preferences.save')}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={!isChanged || isSaving} onClick={undo}>
          {t('preferences.undo')}
        </Button>
      </Inline>
    </Stack>
  );
};
