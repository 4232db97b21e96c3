import { Button, ErrorMessage, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import { describeProblem } from '../shared/describe-problem';
import { useTexts } from '../shared/use-texts';
import type { Form } from './use-form';

interface Props {
  readonly form: Pick<Form<object>, 'isChanged' | 'isSaving' | 'problem' | 'undo'>;
  /** Whose texts these are: forms of one page are told apart by them. */
  readonly of: 'preferences' | 'preferences.quiet' | 'preferences.away';
  readonly onSave: () => void;
}

/** The end of a form: that it is not saved yet, why it could not be, and both ways on. */
export const SaveRow = ({ form: { isChanged, isSaving, problem, undo }, of, onSave }: Props) => {
  const t = useTexts();
  return (
    <Stack space="space.200">
      {isChanged ? <Text weight="medium">{t(`${of}.unsaved`)}</Text> : null}
      {problem === null ? null : (
        <ErrorMessage>{t(`${of}.notSaved`, { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="primary" isLoading={isSaving} isDisabled={!isChanged} onClick={onSave}>
          {t(`${of}.save`)}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={!isChanged || isSaving} onClick={undo}>
          {t(`${of}.undo`)}
        </Button>
      </Inline>
    </Stack>
  );
};
