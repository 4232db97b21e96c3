import { Box, Stack, Tab, TabList, TabPanel, Tabs, xcss } from '@forge/react';
import React, { useEffect, useRef, useState } from 'react';
import type { Switches, TriggerState } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { AddressForm } from './address-form';
import { AuditLog } from './audit-log';
import { ConnectionTest } from './connection-test';
import { DataCard } from './data-card';
import { DeliveryLog } from './delivery-log';
import { DiagnosticsCard } from './diagnostics-card';
import { HealthCard } from './health-card';
import { ReportList } from './report-list';
import { SendingForm } from './sending-form';
import { TriggerCard } from './trigger-card';
import { type TellUnsaved, type Unsaved, UnsavedQuestion } from './unsaved';

/** Few, and with short names: where all of them are too wide for a page, Atlaskit cuts each. */
const tabs = ['connection', 'sending', 'automation', 'reports', 'data', 'logs'] as const;
type TabName = (typeof tabs)[number];
const page = xcss({ width: '100%', paddingTop: 'space.200' });

interface Stored {
  readonly switches: Switches;
  readonly trigger: TriggerState;
}

/** The admin page in whatever state it is. */
export const SettingsBody = () => {
  const t = useTexts();
  const [stored, setStored] = useState<Stored | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const load = async () => {
    setProblem(null);
    const answer = await askResolver(invokeSettings('settings'));
    if (answer.ok) setStored(answer);
    else setProblem(answer.problem);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    void load();
  }, []);
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={load} />;
  if (stored === null) return <LoadingNotice label={t('settings.loading')} />;
  return <SettingsTabs stored={stored} />;
};

const SettingsTabs = ({ stored }: { stored: Stored }) => {
  const t = useTexts();
  const [shown, setShown] = useState(0);
  /** Where somebody wants to go from what they have not saved. */
  const [wanted, setWanted] = useState<{ readonly tab: number; readonly unsaved: Unsaved } | null>(null);
  const unsaved = useRef(new Map<TabName, Unsaved>());
  const tellOf =
    (tab: TabName): TellUnsaved =>
    (held) => {
      if (held === null) unsaved.current.delete(tab);
      else unsaved.current.set(tab, held);
    };
  const choose = (tab: number) => {
    const held = unsaved.current.get(tabs[shown] ?? 'connection');
    if (held === undefined || tab === shown) setShown(tab);
    else setWanted({ tab, unsaved: held });
  };
  const isShown = (tab: TabName) => tabs[shown] === tab;
  const panels: Record<TabName, React.ReactNode> = {
    connection: (
      <Stack space="space.400">
        <AddressForm tellUnsaved={tellOf('connection')} />
        <ConnectionTest />
      </Stack>
    ),
    sending: <SendingForm initial={stored.switches} tellUnsaved={tellOf('sending')} />,
    automation: <TriggerCard initial={stored.trigger} />,
    reports: <ReportList isShown={isShown('reports')} />,
    data: <DataCard isShown={isShown('data')} />,
    logs: (
      <Stack space="space.600">
        <HealthCard isShown={isShown('logs')} />
        <DeliveryLog isShown={isShown('logs')} />
        <AuditLog isShown={isShown('logs')} />
        <DiagnosticsCard />
      </Stack>
    ),
  };
  return (
    <>
      <Tabs id="settings" selected={shown} onChange={choose}>
        <TabList>
          {tabs.map((tab) => (
            <Tab key={tab}>{t(`settings.tab.${tab}`)}</Tab>
          ))}
        </TabList>
        {tabs.map((tab) => (
          <TabPanel key={tab}>
            <Box xcss={page}>{panels[tab]}</Box>
          </TabPanel>
        ))}
      </Tabs>
      <UnsavedQuestion
        unsaved={wanted?.unsaved ?? null}
        onStay={() => setWanted(null)}
        onLeave={() => {
          setShown(wanted?.tab ?? shown);
          setWanted(null);
        }}
      />
    </>
  );
};
