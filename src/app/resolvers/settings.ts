import { makeResolver } from '@forge/resolver';
import type { SettingsDefinitions, Switches } from '../definitions';
import { findProjects } from '../jira/find-projects';
import { loadSwitches, saveSwitches } from '../storage/switches';
import { answerAdministrator } from './settings/settings-answer';
import { testConnection } from './settings/settings-connection';
import { listNamedDeliveries } from './settings/settings-deliveries';
import { describeDiagnostics } from './settings/settings-diagnostics';
import { readSwitchesAsk } from './settings/settings-switches';
import { readTrigger, rotateTrigger } from './settings/settings-trigger';
import { refuseInheritedKeys } from './shared/refuse-inherited-keys';

/** What the admin page's view may ask. A function of its own, apart from what everyone may call. */
export const settings = refuseInheritedKeys(
  makeResolver<SettingsDefinitions>({
    settings: answerAdministrator(async () => {
      const [switches, trigger] = await Promise.all([loadSwitches(), readTrigger()]);
      return { switches, trigger };
    }),
    switchesSave: answerAdministrator(async (_asker, ask: { switches: Switches }) => {
      await saveSwitches(readSwitchesAsk(ask.switches));
      return {};
    }),
    findProjects: answerAdministrator((_asker, ask: { text: string }) => findProjects(ask.text)),
    testConnection: answerAdministrator(({ site }) => testConnection(site)),
    triggerRotate: answerAdministrator(() => rotateTrigger(new Date())),
    deliveries: answerAdministrator((_asker, ask: { cursor: string }) => listNamedDeliveries(ask.cursor)),
    diagnostics: answerAdministrator(({ accountId, site }, _ask, context) =>
      describeDiagnostics({ accountId, site }, context),
    ),
  }),
);
