import { Button, ErrorMessage, Inline, Label, LoadingButton, Select, Stack, Text, TextArea } from '@forge/react';
import React, { useState } from 'react';
import { longestNote, type ReportReason } from '../../../definitions';
import { describeProblem } from '../../shared/describe-problem';
import { sayDone } from '../../shared/say-done';
import { useTexts } from '../../shared/use-texts';
import type { ViewProblem } from '../../shared/view-problem';

const reasons = [
  'insult',
  'hate',
  'threat',
  'confidential',
  'spam',
  'other',
] as const satisfies readonly ReportReason[];

interface Props {
  readonly id: string;
  readonly onReport: (reason: ReportReason, note: string) => Promise<ViewProblem | null>;
  readonly onClose: () => void;
}

/** Why a message is reported, in the place of the message, and who will read it then. */
export const ReportForm = ({ id, onReport, onClose }: Props) => {
  const t = useTexts();
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const over = note.length - longestNote;
  // No RadioGroup: nothing would name the choice (see group-fields.tsx).
  const options = reasons.map((value) => ({ value, label: t(`report.reason.${value}`) }));
  const send = async (chosen: ReportReason) => {
    setSending(true);
    setProblem(null);
    const refusal = await onReport(chosen, note.trim());
    setSending(false);
    if (refusal !== null) return setProblem(refusal);
    sayDone(t('report.done'));
    onClose();
  };
  return (
    <Stack space="space.100">
      <Text>{t('report.text')}</Text>
      <Stack>
        <Label labelFor={`report-${id}`}>{t('report.why')}</Label>
        <Select
          inputId={`report-${id}`}
          isSearchable={false}
          isDisabled={isSending}
          placeholder={t('report.choose')}
          options={options}
          onChange={({ value }: { value: ReportReason }) => setReason(value)}
        />
      </Stack>
      <Stack>
        <Label labelFor={`note-${id}`}>{t('report.note')}</Label>
        <TextArea
          id={`note-${id}`}
          name={`note-${id}`}
          isInvalid={over > 0}
          isReadOnly={isSending}
          resize="smart"
          onChange={(event) => setNote(String(event.target.value ?? ''))}
        />
        {over > 0 ? <ErrorMessage>{t('report.over', { count: over })}</ErrorMessage> : null}
      </Stack>
      {problem === null ? null : (
        <ErrorMessage>{t('report.failed', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      <Inline space="space.100">
        <LoadingButton
          appearance="primary"
          spacing="compact"
          isLoading={isSending}
          isDisabled={reason === null || over > 0}
          onClick={() => reason !== null && send(reason)}
        >
          {t('report.send')}
        </LoadingButton>
        <Button appearance="subtle" spacing="compact" isDisabled={isSending} onClick={onClose}>
          {t('report.cancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
