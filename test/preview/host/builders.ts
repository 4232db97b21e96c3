import type { ViewHost } from '../../../preview/host/bridge/view-host';
import type { Boot, BootModule, BootPerson } from '../../../preview/wire/wire';

export const aPerson = (change: Partial<BootPerson> = {}): BootPerson => ({
  handle: 'alice',
  accountId: '557058:a',
  accountType: 'atlassian',
  displayName: 'Alice Archer',
  active: true,
  isAdmin: true,
  canSignIn: true,
  avatarUrl: '/avatar/alice.svg',
  ...change,
});

export const aModule = (type: string, key = type): BootModule => ({
  key,
  type,
  title: 'Aside',
  iconUrl: null,
  frameUrl: `/views/${key}/`,
});

export const aBoot = (change: Partial<Boot> = {}): Boot => ({
  appName: 'Aside for Jira',
  site: { cloudId: 'cloud', name: 'Paper Boat', url: 'https://paper-boat.atlassian.net', environmentId: 'env' },
  projects: [{ id: '10000', key: 'WEB', name: 'Web shop' }],
  people: [aPerson()],
  issues: [],
  modules: [
    aModule('jira:issuePanel', 'panel'),
    aModule('jira:globalPage', 'inbox'),
    aModule('jira:adminPage', 'settings'),
    aModule('jira:personalSettingsPage', 'preferences'),
  ],
  appPath: '/jira/apps/app/env',
  ...change,
});

/** A page that refuses everything that a test does not say it does. */
export function aViewHost(change: Partial<ViewHost>): ViewHost {
  const given: Partial<ViewHost> = {
    enableTheming: null,
    place: null,
    close: null,
    onClose: null,
    submit: null,
    ...change,
  };
  return new Proxy(given as ViewHost, {
    get: (host, name) => {
      if (name in host) return host[name as keyof ViewHost];
      throw new Error(`The test's page has no ${String(name)}.`);
    },
  });
}
