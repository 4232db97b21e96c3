import {
  Button,
  Checkbox,
  ErrorMessage,
  Heading,
  HelperMessage,
  Inline,
  Label,
  SectionMessage,
  Select,
  Stack,
  Text,
  Toggle,
} from '@forge/react';
import React, { useState } from 'react';
import type { QuietHours } from '../../definitions';
import { invoke } from '../shared/invoke';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';
import {
  beginQuiet,
  describeLength,
  isDayMissing,
  type QuietDraft,
  timesOfDay,
  toQuiet,
  weekdays,
} from './quiet-draft';
import { SaveRow } from './save-row';
import { useForm } from './use-form';

/** In which hours of one's own clock one is told of nothing. Nothing holds before it is saved. */
export const QuietForm = ({ initial }: { initial: QuietHours | null }) => {
  const t = useTexts();
  const reader = useReader();
  const form = useForm<QuietDraft>(beginQuiet(initial, reader.zone), toQuiet, (draft) =>
    invoke('quietSave', { quiet: toQuiet(draft) }),
  );
  const [isTried, setTried] = useState(false);
  const { value, saved, change, isSaving } = form;
  const isWrong = isTried && isDayMissing(value);
  const save = () => {
    setTried(true);
    if (!isDayMissing(value)) void form.save(value, t('preferences.quiet.saved'));
  };
  const choose = (day: number) =>
    change({ days: value.days.includes(day) ? value.days.filter((it) => it !== day) : [...value.days, day].sort() });
  const time = (name: 'from' | 'until') => (
    <Stack>
      <Label labelFor={`quiet-${name}`}>{t(`preferences.quiet.${name}`)}</Label>
      <Select
        inputId={`quiet-${name}`}
        isDisabled={isSaving}
        options={timesOfDay(value[name]).map((it) => ({ value: it, label: reader.formatTimeOfDay(it) }))}
        value={{ value: value[name], label: reader.formatTimeOfDay(value[name]) }}
        onChange={({ value: chosen }: { readonly value: string }) => change({ [name]: chosen })}
      />
    </Stack>
  );

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('preferences.quiet.title')}
      </Heading>
      <Text>{t('preferences.quiet.text')}</Text>
      {saved.isOn && saved.zone !== reader.zone ? (
        <SectionMessage appearance="warning">
          <Stack space="space.100">
            <Text>{t('preferences.quiet.otherZone', { zone: reader.zone, saved: saved.zone })}</Text>
            <Inline>
              <Button
                spacing="compact"
                isDisabled={isSaving}
                onClick={() => void form.saveApart({ ...saved, zone: reader.zone }, t('preferences.quiet.saved'))}
              >
                {t('preferences.quiet.takeZone', { zone: reader.zone })}
              </Button>
            </Inline>
          </Stack>
        </SectionMessage>
      ) : null}
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id="quiet"
          isChecked={value.isOn}
          isDisabled={isSaving}
          onChange={() => change({ isOn: !value.isOn })}
        />
        <Label labelFor="quiet">{t('preferences.quiet.on')}</Label>
      </Inline>
      {value.isOn ? (
        <>
          <Stack>
            <Text weight="medium">{t('preferences.quiet.days')}</Text>
            <Inline space="space.100" shouldWrap>
              {weekdays.map((day) => (
                <Checkbox
                  key={day}
                  label={reader.formatWeekday(day)}
                  isChecked={value.days.includes(day)}
                  isDisabled={isSaving}
                  isInvalid={isWrong}
                  onChange={() => choose(day)}
                />
              ))}
            </Inline>
            {isWrong ? <ErrorMessage>{t('preferences.quiet.noDay')}</ErrorMessage> : null}
          </Stack>
          <Stack>
            <Inline space="space.200" rowSpace="space.100" shouldWrap>
              {time('from')}
              {time('until')}
            </Inline>
            <HelperMessage>{t(`preferences.quiet.${describeLength(value)}`, { zone: value.zone })}</HelperMessage>
          </Stack>
        </>
      ) : null}
      <SaveRow form={form} of="preferences.quiet" onSave={save} />
    </Stack>
  );
};
