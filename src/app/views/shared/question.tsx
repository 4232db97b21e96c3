import { Button, ErrorMessage, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from './describe-problem';
import { useTexts } from './use-texts';
import type { ViewProblem } from './view-problem';

interface Props {
  readonly text: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly onConfirm: () => Promise<ViewProblem | null>;
  readonly onClose: () => void;
}

/** Asks once before something that is not undone by a click; a failure says so and can be tried again. */
export const Question = ({ text, confirm, onConfirm, onClose }: Props) => {
  const t = useTexts();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const act = async () => {
    setBusy(true);
    setProblem(null);
    const refusal = await onConfirm();
    setBusy(false);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  return (
    <Stack space="space.100">
      <Text>{text}</Text>
      {problem === null ? null : (
        <ErrorMessage>{t('inbox.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="danger" isLoading={isBusy} onClick={act}>
          {confirm}
        </LoadingButton>
        <Button appearance="subtle" autoFocus isDisabled={isBusy} onClick={onClose}>
          {t('inbox.cancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
