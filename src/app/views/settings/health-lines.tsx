import { Code, List, ListItem, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { isolateText, type SiteHealth } from '../../definitions';
import type { ClosedProjects } from '../jira/find-closed-projects';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';

type Service = NonNullable<SiteHealth['service']>;

interface Props {
  readonly health: SiteHealth;
}

/** Milliseconds: what the way there and back may come to, and from where on tokens are refused. */
const noticeable = 2_000;
const refused = 5_000;
/** Days before its end at which a certificate is worth a warning, as `aside doctor` has it. */
const endsSoon = 21 * 86_400_000;

export const MailLines = ({ health }: Props) => {
  const t = useTexts();
  const { handed, unreadAfterDay, isMore } = health.mails;
  if (handed === 0 && unreadAfterDay === 0) return <Text>{t('settings.health.noMails')}</Text>;
  const counts = { handed, unread: unreadAfterDay };
  return <Text>{t(isMore ? 'settings.health.mailsAtLeast' : 'settings.health.mailsOf', counts)}</Text>;
};

export const RealtimeLines = ({ health: { realtime } }: Props) => {
  const t = useTexts();
  if (realtime === 'works') return <Text>{t('settings.health.realtimeWorks')}</Text>;
  return (
    <Stack space="space.100">
      <Text>{t('settings.health.realtimeFails')}</Text>
      <Text size="small">
        <Code>{realtime}</Code>
      </Text>
    </Stack>
  );
};

export const PointLines = ({ health: { points } }: Props) => {
  const t = useTexts();
  const { quota, mails, mostOfMails, pausedUntil } = points;
  return (
    <Stack space="space.100">
      <Text>{t('settings.health.pointsText', { quota, mails, most: mostOfMails })}</Text>
      {pausedUntil === null ? null : (
        <SectionMessage appearance="warning">
          <Text>{t('settings.health.paused', { time: new Date(pausedUntil) })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};

export const ServiceLines = ({ health: { service, appVersion } }: Props) => {
  const t = useTexts();
  const app =
    appVersion === null ? null : <Text>{t('settings.health.appVersion', { version: isolateText(appVersion) })}</Text>;
  if (service === null) {
    return (
      <Stack space="space.100">
        <Text>{t('settings.health.noService')}</Text>
        {app}
      </Stack>
    );
  }
  const { version, missing } = service;
  return (
    <Stack space="space.100">
      <Text>{t('settings.health.version', { version: isolateText(version) })}</Text>
      {app}
      <Text>{t(missing.length === 0 ? 'settings.health.nothingMissing' : 'settings.health.missing')}</Text>
      {missing.length === 0 ? null : <Words words={missing} />}
      <Clock ahead={service.clockAhead} />
      <Certificate certificate={service.certificate} />
    </Stack>
  );
};

const Clock = ({ ahead }: { ahead: Service['clockAhead'] }) => {
  const t = useTexts();
  if (ahead === null) return <Text>{t('settings.health.clockUnknown')}</Text>;
  const apart = Math.abs(ahead);
  if (apart <= noticeable) return <Text>{t('settings.health.clockRight')}</Text>;
  const words = ahead > 0 ? 'settings.health.clockAhead' : 'settings.health.clockBehind';
  return (
    <SectionMessage appearance={apart > refused ? 'error' : 'warning'}>
      <Text>{t(words, { seconds: Math.round(apart / 1_000) })}</Text>
    </SectionMessage>
  );
};

const Certificate = ({ certificate }: Pick<Service, 'certificate'>) => {
  const t = useTexts();
  const { formatTime } = useReader();
  if (certificate === null) return <Text>{t('settings.health.certificateUnknown')}</Text>;
  const { host, ends } = certificate;
  if (ends === null) {
    return (
      <SectionMessage appearance="warning">
        <Text>{t('settings.health.certificateUnseen', { host: isolateText(host) })}</Text>
      </SectionMessage>
    );
  }
  const told = { host: isolateText(host), day: formatTime(ends) };
  if (Date.parse(ends) - Date.now() >= endsSoon) return <Text>{t('settings.health.certificate', told)}</Text>;
  return (
    <SectionMessage appearance="warning">
      <Text>{t('settings.health.certificateEnds', told)}</Text>
    </SectionMessage>
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

export const ClosedLines = ({ closed }: { closed: ClosedProjects | null }) => {
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
