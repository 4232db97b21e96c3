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
import { type TextKey, useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { ProjectPicker } from './project-picker';
import { type TellUnsaved, useTellUnsaved } from './unsaved';

const ids = {
  isOn: 'site-on',
  rulesMaySend: 'rules-on',
  byPermission: 'by-permission',
  peopleMayBegin: 'people-may-begin',
  receipts: 'receipts-on',
  keepsDrafts: 'drafts-on',
} as const;

/** Who may send: the whole site, rules, and projects in which nobody may. Nothing holds before it is saved. */
export const SendingForm = ({ initial, tellUnsaved }: { initial: Switches; tellUnsaved: TellUnsaved }) => {
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
    if (answer.ok) {
      setSaved(switches);
      sayDone(t('settings.saved'));
    } else setProblem(answer.problem);
    return answer.ok;
  };
  const undo = () => {
    setSwitches(saved);
    setProblem(null);
  };

  useTellUnsaved(tellUnsaved, isChanged ? { save, discard: undo } : null);

  const toggle = (name: Exclude<keyof Switches, 'projectsOff'>, label: TextKey, hint?: TextKey) => (
    <Stack>
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id={ids[name]}
          isChecked={switches[name]}
          isDisabled={isSaving}
          onChange={() => setSwitches({ ...switches, [name]: !switches[name] })}
        />
        <Label labelFor={ids[name]}>{t(label)}</Label>
      </Inline>
      {hint === undefined ? null : <HelperMessage>{t(hint)}</HelperMessage>}
    </Stack>
  );

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.sending.title')}
      </Heading>
      {toggle('isOn', 'settings.sending.isOn', 'settings.sending.isOnHint')}
      {toggle('rulesMaySend', 'settings.sending.rules')}
      {toggle('byPermission', 'settings.sending.byPermission', 'settings.sending.byPermissionHint')}
      {toggle('peopleMayBegin', 'settings.sending.begin', 'settings.sending.beginHint')}
      {toggle('receipts', 'settings.sending.receipts', 'settings.sending.receiptsHint')}
      {toggle('keepsDrafts', 'settings.sending.drafts', 'settings.sending.draftsHint')}
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
