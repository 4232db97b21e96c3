import {
  Button,
  DatePicker,
  ErrorMessage,
  Heading,
  HelperMessage,
  Inline,
  Label,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import React, { useState } from 'react';
import type { Absence } from '../../definitions';
import type { Person } from '../../definitions/person';
import { refuseRecipient } from '../../definitions/refuse-recipient';
import { PeoplePicker } from '../groups/people-picker';
import { invoke } from '../shared/invoke';
import { namePerson } from '../shared/name-person';
import type { SearchOption } from '../shared/search-select';
import { useReader } from '../shared/use-reader';
import { type Texts, useTexts } from '../shared/use-texts';
import { type AwayDraft, type AwayFault, beginAway, findAwayFaults, overWord, toAbsence } from './away-draft';
import { SaveRow } from './save-row';
import { useForm } from './use-form';

/** Until when one is away, what whoever writes is told, and whom they may write to instead. Nothing holds before it is saved. */
export const AwayForm = ({ initial }: { initial: Absence<Person> | null }) => {
  const t = useTexts();
  const { zone, language, formatUntil } = useReader();
  const [now] = useState(() => new Date());
  const form = useForm<AwayDraft>(
    beginAway(initial, now, zone),
    ({ from, until, word, substitute }) => [from, until, word, substitute?.id],
    ({ kept }) => invoke('awaySave', { away: kept && { ...kept, substitute: kept.substitute?.id ?? null } }),
  );
  const [isTried, setTried] = useState(false);
  // Emptied fields are drawn anew: what stands in them is theirs.
  const [drawing, setDrawing] = useState(0);
  const { value, saved, change, isSaving } = form;
  const { kept } = saved;
  const faults = findAwayFaults(value, new Date(), zone);
  const save = () => {
    setTried(true);
    if (faults.length > 0) return;
    const absence = toAbsence(value, new Date(), zone);
    void form.save({ ...value, kept: absence }, t('preferences.away.saved'));
  };
  const redraw = () => {
    setTried(false);
    setDrawing((count) => count + 1);
  };
  const end = async () => {
    await form.saveApart(beginAway(null, new Date(), zone), t('preferences.away.ended'));
    redraw();
  };
  const fault = (name: AwayFault, values = {}) =>
    isTried && faults.includes(name) ? <ErrorMessage>{t(`preferences.away.${name}`, values)}</ErrorMessage> : null;
  const day = (name: 'from' | 'until', isWrong: boolean) => (
    <Stack>
      <Label labelFor={`away-${name}`}>{t(`preferences.away.${name}`)}</Label>
      <DatePicker
        id={`away-${name}`}
        value={value[name]}
        {...(language === undefined ? {} : { locale: language })}
        isDisabled={isSaving}
        isInvalid={isWrong}
        onChange={(chosen) => change({ [name]: chosen })}
      />
    </Stack>
  );
  const isRunning = kept !== null && Date.parse(kept.from) <= Date.now();

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('preferences.away.title')}
      </Heading>
      <Text>{t('preferences.away.text')}</Text>
      {kept === null ? null : (
        <SectionMessage appearance="information">
          <Stack space="space.100">
            <Text>
              {t(isRunning ? 'preferences.away.now' : 'preferences.away.planned', {
                from: formatUntil(kept.from),
                until: formatUntil(kept.until),
              })}
            </Text>
            <Inline>
              <Button spacing="compact" isDisabled={isSaving} onClick={() => void end()}>
                {t(isRunning ? 'preferences.away.back' : 'preferences.away.cancel')}
              </Button>
            </Inline>
          </Stack>
        </SectionMessage>
      )}
      <Stack>
        <Inline space="space.200" rowSpace="space.100" shouldWrap>
          {day('from', false)}
          {day('until', isTried && faults.some((it) => it !== 'wordLong'))}
        </Inline>
        {fault('noUntil')}
        {fault('past')}
        {fault('order')}
        {fault('tooFar')}
      </Stack>
      <Stack>
        <Label labelFor="away-word">{t('preferences.away.word')}</Label>
        <Textfield
          key={drawing}
          id="away-word"
          defaultValue={value.word}
          isDisabled={isSaving}
          isInvalid={isTried && faults.includes('wordLong')}
          onChange={({ target }) => change({ word: target.value })}
        />
        {fault('wordLong', { count: overWord(value.word) }) ?? (
          <HelperMessage>{t('preferences.away.wordHint')}</HelperMessage>
        )}
      </Stack>
      <Stack>
        <PeoplePicker
          key={drawing}
          id="away-substitute"
          label={t('preferences.away.substitute')}
          hint={t('preferences.away.substituteHint')}
          without={[]}
          initial={value.substitute === null ? [] : [toOption(t, value.substitute)]}
          isSingle
          isDisabled={isSaving}
          onChange={(_ids, [found]) => change({ substitute: found === undefined ? null : toPerson(found) })}
        />
        {value.substitute !== null && refuseRecipient(value.substitute) !== null ? (
          <ErrorMessage>{t('preferences.away.substituteGone', { name: namePerson(t, value.substitute) })}</ErrorMessage>
        ) : null}
      </Stack>
      <SaveRow
        form={{
          ...form,
          undo() {
            form.undo();
            redraw();
          },
        }}
        of="preferences.away"
        onSave={save}
      />
    </Stack>
  );
};

const toOption = (t: Texts, person: Person): SearchOption => ({ value: person.id, label: namePerson(t, person) });

/** Whom the search finds is active. */
const toPerson = ({ value, label }: SearchOption): Person => ({ id: value, name: label, kind: 'person', active: true });
