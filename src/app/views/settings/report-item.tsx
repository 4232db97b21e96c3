import {
  Box,
  Button,
  ErrorMessage,
  Heading,
  Inline,
  LoadingButton,
  Lozenge,
  SectionMessage,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import React, { useState } from 'react';
import { isolateText, type OpenedReport, type WaitingReport } from '../../definitions';
import { MessageText } from '../conversation/messages/message-text';
import { askResolver } from '../shared/ask-resolver';
import { describeProblem } from '../shared/describe-problem';
import { invokeSettings } from '../shared/invoke';
import { namePerson } from '../shared/name-person';
import { Question } from '../shared/question';
import { sayDone } from '../shared/say-done';
import { useAsking } from '../shared/use-asking';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';

interface Props {
  readonly report: WaitingReport;
  readonly onDecided: () => void;
}

const card = xcss({
  padding: 'space.200',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.small',
});

/** One report: who reported what of whom, and, once it is opened, the words and what can be done. */
export const ReportItem = ({ report, onDecided }: Props) => {
  const t = useTexts();
  const { formatTime } = useReader();
  const { id, reason, reporter, sender, at, isGroup } = report;
  const { isAsking, answer, problem, ask } = useAsking(() => askResolver(invokeSettings('reportOpen', { id })));
  const names = { reporter: namePerson(t, reporter), sender: namePerson(t, sender), time: formatTime(at) };
  return (
    <Box xcss={card}>
      <Stack space="space.150" alignInline="stretch">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Heading as="h3" size="xsmall">
            {t(`report.reason.${reason}`)}
          </Heading>
          <Lozenge>{t(isGroup ? 'settings.reports.inGroup' : 'settings.reports.direct')}</Lozenge>
        </Inline>
        <Text>{t('settings.reports.by', names)}</Text>
        {problem === null ? null : <ErrorMessage>{describeProblem(t, problem)}</ErrorMessage>}
        {answer === null ? (
          <Inline>
            <LoadingButton isLoading={isAsking} onClick={ask}>
              {t('settings.reports.open')}
            </LoadingButton>
          </Inline>
        ) : (
          <Opened report={answer.report} onDecided={onDecided} />
        )}
      </Stack>
    </Box>
  );
};

const quoted = xcss({
  padding: 'space.150',
  backgroundColor: 'elevation.surface.sunken',
  borderRadius: 'radius.small',
});

const Opened = ({ report, onDecided }: { report: OpenedReport; onDecided: () => void }) => {
  const t = useTexts();
  const { formatTime } = useReader();
  const { id, note, body, sentAt, now } = report;
  const [asked, setAsked] = useState<'removed' | 'dismissed' | null>(null);
  const decide = (outcome: 'removed' | 'dismissed') => async () => {
    const answer = await askResolver(invokeSettings('reportDecide', { id, outcome }));
    if (!answer.ok) return answer.problem;
    sayDone(t(`settings.reports.done.${outcome}`));
    onDecided();
    return null;
  };
  return (
    <Stack space="space.150" alignInline="stretch">
      <Text size="small">{t('settings.reports.sentAt', { time: formatTime(sentAt) })}</Text>
      <Box xcss={quoted}>
        <MessageText body={body} />
      </Box>
      {now === 'same' ? null : (
        <SectionMessage>
          <Text>{t(`settings.reports.now.${now}`)}</Text>
        </SectionMessage>
      )}
      {note === '' ? null : <Text>{t('settings.reports.note', { note: isolateText(note) })}</Text>}
      {asked === null ? (
        <Inline space="space.100" shouldWrap>
          <Button appearance="danger" onClick={() => setAsked('removed')}>
            {t('settings.reports.remove')}
          </Button>
          <Button onClick={() => setAsked('dismissed')}>{t('settings.reports.dismiss')}</Button>
        </Inline>
      ) : (
        <Question
          text={t(`settings.reports.question.${asked}`)}
          confirm={t(`settings.reports.confirm.${asked}`)}
          onConfirm={decide(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Stack>
  );
};
