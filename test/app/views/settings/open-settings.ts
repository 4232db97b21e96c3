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

/** The admin page at one of its tabs, from 0: Connection, Who may send, Automation, Delivery log, Diagnostics. */
export async function openSettings(tab: number, answers: Host[0] = {}, commands: Host[2] = {}): Promise<FakeHost> {
  const host = new FakeHost(
    { settings: () => ({ ok: true, switches: someSwitches, trigger: aTrigger }), ...answers },
    {},
    { __permission__remoteGet: remote(null), showFlag: () => true, ...commands },
  );
  await host.open('settings');
  await host.until(() => host.choose(tab));
  return host;
}

export const asked = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);

export const flags = (host: FakeHost) =>
  host.commanded.filter(({ command }) => command === 'showFlag').map(({ data }) => data['title']);
