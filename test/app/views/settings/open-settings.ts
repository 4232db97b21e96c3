import { FakeHost } from '../fake-host';

type Host = ConstructorParameters<typeof FakeHost>;

export const someSwitches = {
  isOn: true,
  projectsOff: [],
  rulesMaySend: true,
  byPermission: false,
  peopleMayBegin: true,
  receipts: true,
  keepsDrafts: true,
};
export const aTrigger = { url: 'https://x.webtrigger.atlassian.app/public/1', madeAt: '2026-03-04T05:06:07.000Z' };
export const remote = (endpoint: string | null) => () => ({
  results: [{ key: 'conversation-api', configured: { endpoint } }],
});

/** In their order. */
export const tabs = ['connection', 'sending', 'automation', 'reports', 'data', 'logs'] as const;

/** The admin page at one of its tabs. A log that a test is not about has nothing in it, and how the site is doing does not come. */
export async function openSettings(
  tab: (typeof tabs)[number],
  answers: Host[0] = {},
  commands: Host[2] = {},
): Promise<FakeHost> {
  const host = new FakeHost(
    {
      settings: () => ({ ok: true, switches: someSwitches, trigger: aTrigger }),
      audit: () => ({ ok: true, records: [], cursor: '' }),
      deliveries: () => ({ ok: true, deliveries: [], cursor: '' }),
      health: () => new Promise(() => undefined),
      ...answers,
    },
    {},
    { __permission__remoteGet: remote(null), showFlag: () => true, ...commands },
  );
  await host.open('settings');
  await host.until(() => host.choose(tabs.indexOf(tab)));
  return host;
}

export const asked = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);

export const flags = (host: FakeHost) =>
  host.commanded.filter(({ command }) => command === 'showFlag').map(({ data }) => data['title']);
