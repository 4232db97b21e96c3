import type { Call, Command } from './call';
import { createViewHistory } from './view-history';

function navigate({ data, host }: Call): void {
  const href = host.findHref(data);
  if (data['type'] === 'new-tab') host.openTab(href);
  else if (href.startsWith('/')) host.goTo(href);
  else window.location.assign(href);
}

export const navigationCommands: Readonly<Record<string, Command>> = {
  navigate,
  getUrl: ({ data, host }) => new URL(host.findHref(data), window.location.href).href,
  reload: () => window.location.reload(),
  changeWindowTitle: ({ sent, host }) => host.setTitle(String(sent)),
  createHistory: ({ host, adopt }) => {
    if (host.place === null) throw new Error('Only an app’s own page has a history.');
    return createViewHistory(host.place, adopt);
  },
};
