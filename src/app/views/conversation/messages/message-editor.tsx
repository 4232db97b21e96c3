import { Button, ErrorMessage, Inline, Label, LoadingButton, Stack, TextArea } from '@forge/react';
import React, { useState } from 'react';
import { longestText } from '../../../definitions';
import { describeProblem } from '../../shared/describe-problem';
import { useTexts } from '../../shared/use-texts';
import type { ViewProblem } from '../../shared/view-problem';

interface Props {
  readonly id: string;
  /** The message as Markdown. */
  readonly initial: string;
  /** It was open before and is seen again: the focus stays where the person put it. */
  readonly isResumed?: boolean;
  readonly onText?: (text: string) => void;
  readonly onSave: (text: string) => Promise<ViewProblem | null>;
  readonly onClose: () => void;
}

/** A message's words in place, to be changed. A failed save says so and keeps what was written. */
export const MessageEditor = ({ id, initial, isResumed = false, onText, onSave, onClose }: Props) => {
  const t = useTexts();
  // What a refetch brings meanwhile does not change the words that are being written.
  const [first] = useState(initial);
  const [text, setText] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const over = text.length - longestText;

  const change = (words: string) => {
    setText(words);
    onText?.(words);
  };
  const save = async () => {
    setSaving(true);
    setProblem(null);
    const refusal = await onSave(text);
    // Once it is saved the message stands here again, and this editor is no more.
    if (refusal === null) return onClose();
    setSaving(false);
    setProblem(refusal);
  };

  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor={`edit-${id}`}>{t('edit.label')}</Label>
        <TextArea
          id={`edit-${id}`}
          name={`edit-${id}`}
          defaultValue={first}
          autoFocus={!isResumed}
          minimumRows={2}
          resize="smart"
          isInvalid={over > 0 || problem !== null}
          isReadOnly={isSaving}
          onChange={(event) => change(String(event.target.value ?? ''))}
        />
        {over > 0 ? <ErrorMessage>{t('composer.over', { count: over })}</ErrorMessage> : null}
        {problem === null ? null : (
          <ErrorMessage>{t('edit.failed', { reason: describeProblem(t, problem) })}</ErrorMessage>
        )}
      </Stack>
      <Inline space="space.100">
        <LoadingButton
          appearance="primary"
          spacing="compact"
          isLoading={isSaving}
          isDisabled={text.trim() === '' || over > 0}
          onClick={save}
        >
          {t('edit.save')}
        </LoadingButton>
        <Button appearance="subtle" spacing="compact" isDisabled={isSaving} onClick={onClose}>
          {t('edit.cancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
