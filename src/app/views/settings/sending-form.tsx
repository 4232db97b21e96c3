import {
  Button,
  ErrorMessage,
  Heading,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  Stack,
  Text,
  Toggle,
} from '@forge/react';
import React, { useState } from 'react';
import type { Switches } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { describeProblem } from '../shared/describe-problem';
import { invokeSettings } from '../shared/invoke';
import { sayDone } from '../shared/say-done';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { ProjectPicker } from './project-picker';

/** Who may send: the whole site, rules, and projects in which nobody may. Nothing holds before it is saved. */
export const SendingForm = ({ initial }: { initial: Switches }) => {
  const t = useTexts();
  const [saved, setSaved] = useState(initial);
  const [switches, setSwitches] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const isChanged = JSON.stringify(switches) !== JSON.stringify(saved);

  const save = async () => {
    setSaving(true);
    setProblem(null);
    const answer = await askResolver(invokeSettings('switchesSave', { switches }));
    setSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    setSaved(switches);
    sayDone(t('settings.saved'));
  };
  const undo = () => {
    setSwitches(saved);
    setProblem(null);
  };

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.sending.title')}
      </Heading>
      <Stack>
        <Inline space="space.100" alignBlock="center">
          <Toggle
            id="site-on"
            isChecked={switches.isOn}
            isDisabled={isSaving}
            onChange={() => setSwitches({ ...switches, isOn: !switches.isOn })}
          />
          <Label labelFor="site-on">{t('settings.sending.isOn')}</Label>
        </Inline>
        <HelperMessage>{t('settings.sending.isOnHint')}</HelperMessage>
      </Stack>
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id="rules-on"
          isChecked={switches.rulesMaySend}
          isDisabled={isSaving}
          onChange={() => setSwitches({ ...switches, rulesMaySend: !switches.rulesMaySend })}
        />
        <Label labelFor="rules-on">{t('settings.sending.rules')}</Label>
      </Inline>
      <Stack>
        <Inline space="space.100" alignBlock="center">
          <Toggle
            id="drafts-on"
            isChecked={switches.keepsDrafts}
            isDisabled={isSaving}
            onChange={() => setSwitches({ ...switches, keepsDrafts: !switches.keepsDrafts })}
          />
          <Label labelFor="drafts-on">{t('settings.sending.drafts')}</Label>
        </Inline>
        <HelperMessage>{t('settings.sending.draftsHint')}</HelperMessage>
      </Stack>
      <ProjectPicker
        projects={switches.projectsOff}
        onChange={(projectsOff) => setSwitches({ ...switches, projectsOff })}
      />
      {isChanged ? <Text weight="medium">{t('settings.unsaved')}</Text> : null}
      {problem === null ? null : (
        <ErrorMessage>{t('settings.notSaved', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="primary" isLoading={isSaving} isDisabled={!isChanged} onClick={save}>
          {t('settings.save')}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={!isChanged || isSaving} onClick={undo}>
          {t('settings.undo')}
        </Button>
      </Inline>
    </Stack>
  );
};
