import { Code, Heading, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { isolateText, type SiteHealth } from '../../definitions';
import { type ClosedProjects, findClosedProjects } from '../jira/find-closed-projects';
import { askPageJira } from '../jira/page-jira';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { type Texts, useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';

/** How the site is doing: what became of mails, what the service can do, and what is closed to apps. Asked when one wants it. */
export const HealthCard = () => {
  const t = useTexts();
  const [health, setHealth] = useState<SiteHealth | null>(null);
  const [closed, setClosed] = useState<ClosedProjects | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const look = async () => {
    setLoading(true);
    setProblem(null);
    const [answer, projects] = await Promise.all([
      askResolver(invokeSettings('health')),
      findClosedProjects(askPageJira).catch(() => null),
    ]);
    setLoading(false);
    setClosed(projects);
    if (answer.ok) setHealth(answer.health);
    else setProblem(answer.problem);
  };
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.health.title')}
      </Heading>
      <Text>{t('settings.health.text')}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={isLoading} onClick={look}>
          {t('settings.health.run')}
        </LoadingButton>
      </Stack>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={look} />}
      {health === null || isLoading ? null : (
        <>
          <Part title={t('settings.health.mails')}>
            <Text>{describeMails(t, health)}</Text>
          </Part>
          <Part title={t('settings.health.service')}>
            <ServiceLines service={health.service} />
          </Part>
          <Part title={t('settings.health.closed')}>
            <ClosedLines closed={closed} />
          </Part>
        </>
      )}
    </Stack>
  );
};

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Stack space="space.100">
    <Heading as="h3" size="xsmall">
      {title}
    </Heading>
    {children}
  </Stack>
);

function describeMails(t: Texts, { mails }: SiteHealth): string {
  const { handed, unreadAfterDay, isMore } = mails;
  if (handed === 0 && unreadAfterDay === 0) return t('settings.health.noMails');
  const counts = { handed, unread: unreadAfterDay };
  return t(isMore ? 'settings.health.mailsAtLeast' : 'settings.health.mailsOf', counts);
}

const ServiceLines = ({ service }: { service: SiteHealth['service'] }) => {
  const t = useTexts();
  if (service === null) return <Text>{t('settings.health.noService')}</Text>;
  const { version, features, missing } = service;
  return (
    <Stack space="space.100">
      <Text>{t('settings.health.version', { version: isolateText(version) })}</Text>
      <Text>{t(missing.length === 0 ? 'settings.health.nothingMissing' : 'settings.health.missing')}</Text>
      {missing.length === 0 ? null : <Words words={missing} />}
      {features.length === 0 ? null : <Text>{t('settings.health.features')}</Text>}
      {features.length === 0 ? null : <Words words={features} />}
    </Stack>
  );
};

const Words = ({ words }: { words: readonly string[] }) => (
  <List type="unordered">
    {words.map((word) => (
      <ListItem key={word}>
        <Code>{isolateText(word)}</Code>
      </ListItem>
    ))}
  </List>
);

const ClosedLines = ({ closed }: { closed: ClosedProjects | null }) => {
  const t = useTexts();
  if (closed === null) return <Text>{t('settings.health.closedUnknown')}</Text>;
  const { projects, isMore } = closed;
  return (
    <Stack space="space.100">
      <Text>{t(projects.length === 0 ? 'settings.health.noneClosed' : 'settings.health.closedText')}</Text>
      {projects.length === 0 ? null : (
        <List type="unordered">
          {projects.map(({ id, key, name }) => (
            <ListItem key={id}>{t('settings.sending.project', { name: isolateText(name), key })}</ListItem>
          ))}
        </List>
      )}
      {isMore ? <Text>{t('settings.health.closedMore')}</Text> : null}
    </Stack>
  );
};
