import { view } from '@forge/bridge';
import { Form, HelperMessage, Label, Select, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { longestText } from '../../definitions';
import { useTexts } from '../shared/use-texts';
import { type ActionInputs, type InputName, placeOf } from './action-inputs';
import { InputField } from './input-field';

/** From how many characters left on the message is counted. */
const counterFrom = 500;

interface Props {
  readonly initial: ActionInputs;
  readonly invalid: ReadonlyMap<InputName, string | null>;
  readonly isValidating: boolean;
}

/** What the rule sends to whom. Each change is handed to Automation, which keeps it and lets the rule's owner go on. */
export const InputsForm = ({ initial, invalid, isValidating }: Props) => {
  const t = useTexts();
  const [inputs, setInputs] = useState(initial);
  // What was refused counts until it is changed.
  const [changed, setChanged] = useState<ReadonlySet<InputName>>(new Set());
  const [place, setPlace] = useState(placeOf(initial.recipient));
  const left = longestText - inputs.message.length;

  const change = (name: InputName, value: string) => {
    const next = { ...inputs, [name]: value };
    setInputs(next);
    setChanged(new Set([...changed, name]));
    void submit(next);
  };
  const errorOf = (name: InputName): string | null => {
    if (name === 'message' && left < 0) return t('automation.over', { count: -left });
    if (!invalid.has(name) || changed.has(name)) return null;
    return invalid.get(name) ?? t(inputs[name].trim() === '' ? 'automation.missing' : 'automation.invalid');
  };
  const options = (['assignee', 'reporter', 'other'] as const).map((value) => ({
    value,
    label: t(`automation.recipient.${value}`),
  }));
  const shared = (name: InputName) => ({
    id: name,
    initial: initial[name],
    error: errorOf(name),
    isDisabled: isValidating,
    onChange: (value: string) => change(name, value),
  });

  return (
    <Form onSubmit={() => submit(inputs)}>
      <Stack space="space.200">
        <Stack>
          <Label labelFor="place">{t('automation.recipient')}</Label>
          <Select
            inputId="place"
            isDisabled={isValidating}
            isSearchable={false}
            options={options}
            value={options.find(({ value }) => value === place)}
            onChange={({ value }: (typeof options)[number]) => {
              setPlace(value);
              change('recipient', value === 'other' ? '' : value);
            }}
          />
        </Stack>
        {place === 'other' ? (
          <InputField
            {...shared('recipient')}
            initial={placeOf(initial.recipient) === 'other' ? initial.recipient : ''}
            label={t('automation.account')}
            hint={t('automation.accountHint')}
            isRequired
          />
        ) : null}
        <Stack>
          <InputField
            {...shared('message')}
            label={t('automation.message')}
            hint={t('automation.messageHint')}
            isRequired
            isLong
          />
          {left >= 0 && left <= counterFrom ? (
            <HelperMessage>{t('automation.left', { count: left })}</HelperMessage>
          ) : null}
        </Stack>
        <InputField
          {...shared('issueKey')}
          label={t('automation.issueKey')}
          hint={t('automation.issueKeyHint')}
          isRequired
        />
        <InputField
          {...shared('ruleName')}
          label={t('automation.ruleName')}
          hint={t('automation.ruleNameHint')}
          isRequired={false}
        />
        <Text size="small">{t('automation.asApp')}</Text>
      </Stack>
    </Form>
  );
};

/** A host that takes nothing now says so; the next change is handed over anew. */
async function submit(inputs: ActionInputs): Promise<void> {
  await view.submit(inputs).catch(() => undefined);
}
