import { ErrorMessage, HelperMessage, Label, RequiredAsterisk, Stack, TextArea, Textfield } from '@forge/react';
import React from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly initial: string;
  readonly error: string | null;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  readonly isLong?: boolean;
  readonly onChange: (value: string) => void;
}

/** One input of the action. The field keeps its own text, since one that is rewritten at each keystroke loses the caret. */
export const InputField = ({ id, label, hint, initial, error, isRequired, isDisabled, isLong, onChange }: Props) => {
  const shared = {
    id,
    name: id,
    defaultValue: initial,
    isRequired,
    isDisabled,
    isInvalid: error !== null,
    onChange: (event: { target: { value?: unknown } }) => onChange(String(event.target.value ?? '')),
  };
  return (
    <Stack>
      <Label labelFor={id}>
        {label}
        {isRequired ? <RequiredAsterisk /> : null}
      </Label>
      {isLong ? <TextArea {...shared} minimumRows={5} resize="smart" /> : <Textfield {...shared} />}
      {error === null ? <HelperMessage>{hint}</HelperMessage> : <ErrorMessage>{error}</ErrorMessage>}
    </Stack>
  );
};
