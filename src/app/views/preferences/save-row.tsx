import { Button, ErrorMessage, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import { describeProblem } from '../shared/describe-problem';
import { useTexts } from '../shared/use-texts';
import type { Form } from './use-form';

interface Props {
  readonly form: Pick<Form<object>, 'isChanged' | 'isSaving' | 'problem' | 'undo'>;
  /** What the button says; forms of one page are told apart by it. */
  readonly label: string;
  readonly undoLabel: string;
  readonly onSave: () => void;
}

/** The end of a form: that it is not saved yet, why it could not be, and both ways on. */
export const SaveRow = ({ form: { isChanged, isSaving, problem, undo }, label, undoLabel, onSave }: Props) => {
  const t = useTexts();
  return (
    <Stack space="space.200">
      {isChanged ? <Text weight="medium">{t('preferences.unsaved')}</Text> : null}
      {problem === null ? null : (
        <ErrorMessage>{t('preferences.notSaved', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="primary" isLoading={isSaving} isDisabled={!isChanged} onClick={onSave}>
          {label}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={!isChanged || isSaving} onClick={undo}>
          {undoLabel}
        </Button>
      </Inline>
    </Stack>
  );
};
