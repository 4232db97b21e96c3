import { Heading, Inline, Label, Stack, Text, Toggle } from '@forge/react';
import React from 'react';
import type { Choices } from '../../definitions';
import { invoke } from '../shared/invoke';
import { type TextKey, useTexts } from '../shared/use-texts';
import { SaveRow } from './save-row';
import { useForm } from './use-form';

/** Of what one gets a mail, whether others see what one reads, and what Enter does. Nothing holds before it is saved. */
export const ChoicesForm = ({ initial }: { initial: Choices }) => {
  const t = useTexts();
  const form = useForm<Choices>(
    initial,
    (choices) => choices,
    (choices) => invoke('preferencesSave', { choices }),
  );
  const { value, change, isSaving } = form;
  const toggle = (name: keyof Choices, label: TextKey) => (
    <Inline space="space.100" alignBlock="center">
      <Toggle
        id={name}
        isChecked={value[name] === true}
        isDisabled={isSaving}
        onChange={() => change({ [name]: !value[name] })}
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
      {value.mentionsPassMute === null ? null : toggle('mentionsPassMute', 'preferences.mentions')}
      <Heading as="h2" size="small">
        {t('preferences.receipts.title')}
      </Heading>
      {toggle('receipts', 'preferences.receipts')}
      {value.enterSends == null ? null : (
        <>
          <Heading as="h2" size="small">
            {t('preferences.writing.title')}
          </Heading>
          {toggle('enterSends', 'preferences.enterSends')}
          <Text size="small">{t('preferences.enterSends.text')}</Text>
        </>
      )}
      <SaveRow form={form} of="preferences" onSave={() => void form.save(value, t('preferences.saved'))} />
    </Stack>
  );
};
