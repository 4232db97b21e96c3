import { ErrorMessage, Label, Select, Stack, TextArea, Textfield } from '@forge/react';
import React from 'react';
import { longestName, longestTopic } from '../../../patterns/patterns';
import { useTexts } from '../shared/use-texts';

export interface GroupFacts {
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
}

export function fitGroup({ name, topic, privacy }: GroupFacts): GroupFacts | null {
  const fitting = { name: name.trim(), topic: topic.trim(), privacy };
  return fitting.name !== '' && fitting.name.length <= longestName && fitting.topic.length <= longestTopic
    ? fitting
    : null;
}

interface Props {
  /** As they are when the form is opened; the fields keep their own text. */
  readonly initial: GroupFacts;
  readonly current: GroupFacts;
  /** Whether it stays so: then there is nothing to choose. */
  readonly isPrivate?: boolean;
  readonly onChange: (facts: GroupFacts) => void;
}

/** What a group is called, what it is about, and who may find it. */
export const GroupFields = ({ initial, current, isPrivate = false, onChange }: Props) => {
  const t = useTexts();
  const { name, topic } = current;
  // No RadioGroup: UI Kit puts a prefix before the id of a label and none before what names it, so that nothing would name the choice.
  const options = (['private', 'public'] as const).map((value) => ({ value, label: t(`group.${value}`) }));
  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="group-name">{t('group.name')}</Label>
        <Textfield
          id="group-name"
          name="group-name"
          isRequired
          defaultValue={initial.name}
          isInvalid={name.length > longestName}
          onChange={(event) => onChange({ ...current, name: String(event.target.value ?? '') })}
        />
        {name.length > longestName ? <ErrorMessage>{t('problem.name_wrong.text')}</ErrorMessage> : null}
      </Stack>
      <Stack>
        <Label labelFor="group-topic">{t('group.topic')}</Label>
        <TextArea
          id="group-topic"
          name="group-topic"
          defaultValue={initial.topic}
          isInvalid={topic.length > longestTopic}
          onChange={(event) => onChange({ ...current, topic: String(event.target.value ?? '') })}
        />
        {topic.length > longestTopic ? <ErrorMessage>{t('problem.name_wrong.text')}</ErrorMessage> : null}
      </Stack>
      {isPrivate ? null : (
        <Stack>
          <Label labelFor="group-privacy">{t('group.privacy')}</Label>
          <Select
            inputId="group-privacy"
            isSearchable={false}
            options={options}
            value={options.find(({ value }) => value === current.privacy)}
            onChange={({ value }: { value: GroupFacts['privacy'] }) => onChange({ ...current, privacy: value })}
          />
        </Stack>
      )}
    </Stack>
  );
};
