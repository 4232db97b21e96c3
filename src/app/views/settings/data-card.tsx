import { Code, DynamicTable, Heading, List, ListItem, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import { isolateText, type SiteClient, type SiteData } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { useOnceShown } from '../shared/use-once-shown';
import { type Reader, useReader } from '../shared/use-reader';
import { type Texts, useTexts } from '../shared/use-texts';

const columns = ['name', 'scope', 'made', 'used', 'state'] as const;

/** Who can read what, how long messages are kept, and which programs may use the service. */
export const DataCard = ({ isShown }: { isShown: boolean }) => {
  const t = useTexts();
  const { isAsking, answer, problem, ask } = useAsking(() => askResolver(invokeSettings('siteData')));
  useOnceShown(isShown, ask);
  return (
    <Stack space="space.400">
      <Stack space="space.100">
        <Heading as="h2" size="small">
          {t('settings.data.readers')}
        </Heading>
        <List type="unordered">
          {(['people', 'hosts', 'administrators'] as const).map((who) => (
            <ListItem key={who}>{t(`settings.data.readers.${who}`)}</ListItem>
          ))}
        </List>
      </Stack>
      {isAsking ? <LoadingNotice label={t('settings.data.loading')} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={ask} />}
      {answer === null ? null : (
        <>
          <Retention data={answer.data} />
          <Clients clients={answer.data.clients} />
        </>
      )}
    </Stack>
  );
};

const Retention = ({ data: { retentionDays, purgedAt } }: { data: SiteData }) => {
  const t = useTexts();
  const { formatTime } = useReader();
  return (
    <Stack space="space.100">
      <Heading as="h2" size="small">
        {t('settings.data.retention')}
      </Heading>
      <Text>
        {retentionDays === null ? t('settings.data.forEver') : t('settings.data.days', { days: retentionDays })}
      </Text>
      {retentionDays === null || purgedAt === null ? null : (
        <Text>{t('settings.data.purged', { time: formatTime(purgedAt) })}</Text>
      )}
      <Text>
        {t('settings.data.retentionBy')} <Code>node bin/aside.cjs retention</Code>
      </Text>
    </Stack>
  );
};

const Clients = ({ clients }: { clients: readonly SiteClient[] }) => {
  const t = useTexts();
  const reader = useReader();
  return (
    <Stack space="space.100">
      <Heading as="h2" size="small">
        {t('settings.data.clients')}
      </Heading>
      <Text>{t('settings.data.clientsText')}</Text>
      {clients.length === 0 ? (
        <Text>{t('settings.data.noClients')}</Text>
      ) : (
        <DynamicTable
          label={t('settings.data.clients')}
          head={{ cells: columns.map((key) => ({ key, content: t(`settings.data.client.${key}`) })) }}
          rows={clients.map((client) => toRow(t, reader, client))}
        />
      )}
      <Text>
        {t('settings.data.clientsBy')} <Code>node bin/aside.cjs client</Code>
      </Text>
    </Stack>
  );
};

/** Cells hold elements of the kit and no components of ours: the table calls those as plain functions. */
function toRow(t: Texts, { formatTime }: Pick<Reader, 'formatTime'>, client: SiteClient) {
  const { id, name, mayManage, madeAt, usedAt, revokedAt } = client;
  const contents: Record<(typeof columns)[number], React.ReactNode> = {
    name: isolateText(name),
    scope: t(mayManage ? 'settings.data.client.manages' : 'settings.data.client.participates'),
    made: formatTime(madeAt),
    used: usedAt === null ? t('settings.data.client.unused') : formatTime(usedAt),
    state:
      revokedAt === null ? (
        <Lozenge appearance="success">{t('settings.data.client.good')}</Lozenge>
      ) : (
        <Stack space="space.050">
          <Lozenge appearance="removed">{t('settings.data.client.revoked')}</Lozenge>
          <Text size="small">{formatTime(revokedAt)}</Text>
        </Stack>
      ),
  };
  return { key: id, cells: columns.map((key) => ({ key, content: contents[key] })) };
}
