import { makeResolver } from '@forge/resolver';
import { reportVerdicts } from '../../contract/report-reasons';
import { largestProjectList } from '../../patterns/patterns';
import type { SettingsDefinitions, Switches } from '../definitions';
import { findProjects } from '../jira/find-projects';
import { loadSwitches, saveSwitches } from '../storage/switches';
import {
  aCursor,
  aFlag,
  anObject,
  aProject,
  aReport,
  aSearch,
  aShortText,
  listOf,
  oneOf,
  orAbsent,
} from './payload/kinds';
import { listAudit } from './settings/settings-audit';
import { testConnection } from './settings/settings-connection';
import { describeData } from './settings/settings-data';
import { passOnDeed } from './settings/settings-deed';
import { listShownDeliveries } from './settings/settings-deliveries';
import { describeDiagnostics } from './settings/settings-diagnostics';
import { describeHealth } from './settings/settings-health';
import { decideReport, listReports, openReport } from './settings/settings-reports';
import { readTrigger, rotateTrigger } from './settings/settings-trigger';
import { answerAdministrator } from './shared/answer';
import { refuseInheritedKeys } from './shared/refuse-inherited-keys';

/** As a view sends them; what it does not know stays as it is. */
type SentSwitches = Omit<Switches, 'peopleMayBegin'> & { readonly peopleMayBegin: boolean | null };

/** Key and name only show which project is meant; Jira's own limits are below those of a short text. */
const project = anObject<Switches['projectsOff'][number]>({ id: aProject, key: aShortText, name: aShortText });
const switches = anObject<SentSwitches>({
  isOn: aFlag,
  projectsOff: listOf(project, largestProjectList),
  rulesMaySend: aFlag,
  byPermission: aFlag,
  // A view that was open when the app was updated does not send it.
  peopleMayBegin: orAbsent(aFlag),
  receipts: aFlag,
  keepsDrafts: aFlag,
});

/** What the admin page's view may ask. A function of its own, apart from what everyone may call. */
export const settings = refuseInheritedKeys(
  makeResolver<SettingsDefinitions>({
    settings: answerAdministrator({}, async () => {
      const [switches, trigger] = await Promise.all([loadSwitches(), readTrigger()]);
      return { switches, trigger };
    }),
    switchesSave: answerAdministrator({ switches }, async ({ accountId }, ask) => {
      const peopleMayBegin = ask.switches.peopleMayBegin ?? (await loadSwitches()).peopleMayBegin;
      const switches = { ...ask.switches, peopleMayBegin };
      await saveSwitches(switches);
      await passOnDeed(accountId, { action: 'switches-saved', switches });
      return {};
    }),
    findProjects: answerAdministrator({ text: aSearch }, (_asker, { text }) => findProjects(text)),
    testConnection: answerAdministrator({}, ({ site }) => testConnection(site)),
    triggerRotate: answerAdministrator({}, async ({ accountId }) => {
      const made = await rotateTrigger(new Date());
      await passOnDeed(accountId, { action: 'trigger-secret-rotated' });
      return made;
    }),
    deliveries: answerAdministrator({ cursor: aCursor }, (_asker, { cursor }) => listShownDeliveries(cursor)),
    health: answerAdministrator({}, (asker) => describeHealth(asker)),
    siteData: answerAdministrator({}, ({ site }) => describeData(site)),
    audit: answerAdministrator({ cursor: aCursor }, ({ site }, { cursor }) => listAudit(site, cursor)),
    reports: answerAdministrator({ cursor: aCursor }, listReports),
    reportOpen: answerAdministrator({ id: aReport }, openReport),
    reportDecide: answerAdministrator({ id: aReport, outcome: oneOf(...reportVerdicts) }, decideReport),
    diagnostics: answerAdministrator({}, ({ accountId, site }, _ask, context) =>
      describeDiagnostics({ accountId, site }, context),
    ),
  }),
);
