import { Button, ErrorMessage, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from '../../shared/describe-problem';
import { useTexts } from '../../shared/use-texts';
import type { ViewProblem } from '../../shared/view-problem';

interface Props {
  readonly onConfirm: () => Promise<ViewProblem | null>;
  readonly onClose: () => void;
}

/** Asks once before words are erased for good, in the place of the message. */
export const DeleteConfirmation = ({ onConfirm, onClose }: Props) => {
  const t = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);

  const confirm = async () => {
    setDeleting(true);
    setProblem(null);
    const refusal = await onConfirm();
    if (refusal === null) return onClose();
    setDeleting(false);
    setProblem(refusal);
  };

  return (
    <Stack space="space.100">
      <Text>{t('delete.question')}</Text>
      {problem === null ? null : (
        <ErrorMessage>{t('delete.failed', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="danger" spacing="compact" isLoading={isDeleting} onClick={confirm}>
          {t('delete.confirm')}
        </LoadingButton>
        <Button appearance="subtle" spacing="compact" autoFocus isDisabled={isDeleting} onClick={onClose}>
          {t('delete.cancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
