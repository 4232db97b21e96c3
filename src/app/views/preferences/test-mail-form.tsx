import { Heading, Inline, Label, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import React, { useState } from 'react';
import type { TestMailAnswer } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { type Reader, useReader } from '../shared/use-reader';
import { type Texts, useTexts } from '../shared/use-texts';

/** Has Jira send the reader a mail the way that mails about messages go. It needs an issue, since Jira's mails do. */
export const TestMailForm = () => {
  const t = useTexts();
  const reader = useReader();
  const [issue, setIssue] = useState('');
  const { isAsking, answer, problem, ask } = useAsking(() => askResolver(invoke('testMail', { issue })));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('preferences.test.title')}
      </Heading>
      <Text>{t('preferences.test.text')}</Text>
      <Stack>
        <Label labelFor="test-issue">{t('preferences.test.issue')}</Label>
        <Textfield
          id="test-issue"
          value={issue}
          isDisabled={isAsking}
          onChange={({ target }) => setIssue(target.value)}
        />
      </Stack>
      <Inline>
        <LoadingButton isLoading={isAsking} isDisabled={issue.trim() === ''} onClick={ask}>
          {t('preferences.test.run')}
        </LoadingButton>
      </Inline>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={ask} />}
      {answer === null ? null : (
        <SectionMessage appearance={answer.outcome === 'handed' ? 'success' : 'warning'}>
          <Text>{describe(t, reader, answer)}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};

function describe(t: Texts, { formatTime }: Pick<Reader, 'formatTime'>, { outcome, until }: TestMailAnswer): string {
  return t(`preferences.test.${outcome}`, { time: until === null ? '' : formatTime(until) });
}
