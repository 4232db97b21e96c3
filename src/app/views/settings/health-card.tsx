import { Heading, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import type { SiteHealth } from '../../definitions';
import { type ClosedProjects, findClosedProjects } from '../jira/find-closed-projects';
import { askPageJira } from '../jira/page-jira';
import { type Answer, askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { useOnceShown } from '../shared/use-once-shown';
import { useTexts } from '../shared/use-texts';
import { ClosedLines, MailLines, PointLines, RealtimeLines, ServiceLines } from './health-lines';

interface Seen {
  readonly health: SiteHealth;
  readonly closed: ClosedProjects | null;
}

/** How the site is doing: the service, mails, Realtime, the points of the hour, and what is closed to apps. Asked when one looks. */
export const HealthCard = ({ isShown }: { isShown: boolean }) => {
  const t = useTexts();
  const { isAsking, answer, problem, ask } = useAsking(look);
  useOnceShown(isShown, ask);
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.health.title')}
      </Heading>
      <Text>{t('settings.health.text')}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={isAsking} onClick={ask}>
          {t('settings.health.run')}
        </LoadingButton>
      </Stack>
      {isAsking ? <LoadingNotice label={t('settings.health.looking')} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={ask} />}
      {answer === null ? null : (
        <>
          <Part title={t('settings.health.service')}>
            <ServiceLines health={answer.health} />
          </Part>
          <Part title={t('settings.health.mails')}>
            <MailLines health={answer.health} />
          </Part>
          <Part title={t('settings.health.realtime')}>
            <RealtimeLines health={answer.health} />
          </Part>
          <Part title={t('settings.health.points')}>
            <PointLines health={answer.health} />
          </Part>
          <Part title={t('settings.health.closed')}>
            <ClosedLines closed={answer.closed} />
          </Part>
        </>
      )}
    </Stack>
  );
};

/** Jira is asked by the page, which costs the app no points. */
async function look(): Promise<Answer<Seen>> {
  const [answer, closed] = await Promise.all([
    askResolver(invokeSettings('health')),
    findClosedProjects(askPageJira).catch(() => null),
  ]);
  return answer.ok ? { ok: true, health: answer.health, closed } : answer;
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Stack space="space.100">
    <Heading as="h3" size="xsmall">
      {title}
    </Heading>
    {children}
  </Stack>
);
