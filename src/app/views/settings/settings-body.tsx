import { Box, Stack, Tab, TabList, TabPanel, Tabs, xcss } from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { Switches, TriggerState } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { AddressForm } from './address-form';
import { ConnectionTest } from './connection-test';
import { DeliveryLog } from './delivery-log';
import { DiagnosticsCard } from './diagnostics-card';
import { HealthCard } from './health-card';
import { SendingForm } from './sending-form';
import { TriggerCard } from './trigger-card';

const tabs = ['connection', 'sending', 'automation', 'deliveries', 'diagnostics'] as const;
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
  const [shown, setShown] = useState(0);
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
  const panels = {
    connection: (
      <Stack space="space.400">
        <AddressForm />
        <ConnectionTest />
        <HealthCard />
      </Stack>
    ),
    sending: <SendingForm initial={stored.switches} />,
    automation: <TriggerCard initial={stored.trigger} />,
    deliveries: <DeliveryLog isShown={tabs[shown] === 'deliveries'} />,
    diagnostics: <DiagnosticsCard />,
  };
  return (
    <Tabs id="settings" selected={shown} onChange={setShown}>
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
  );
};
