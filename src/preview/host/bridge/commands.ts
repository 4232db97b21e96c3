import { copyForgeDoc } from '../forge-doc/forge-node';
import { safeHref } from '../forge-doc/safe-href';
import type { ViewEvents } from './view-events';
import type { FlagOptions, ViewHost } from './view-host';

interface Call {
  readonly data: Readonly<Record<string, unknown>>;
  readonly host: ViewHost;
  readonly events: ViewEvents;
}

type Command = (call: Call) => unknown;

/** The commands of @forge/bridge 7.2 that the preview answers, by the name and the data that it sends. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['reconcile', ({ data, host }) => host.draw(copyForgeDoc(data['forgeDoc']))],
  ['onError', ({ data, host }) => host.reportError(describe(data['error']))],
  ['invoke', invoke],
  ['getContext', ({ host }) => host.context()],
  ['fetchProduct', fetchProduct],
  ['showFlag', showFlag],
  ['closeFlag', closeFlag],
  ['navigate', navigate],
  ['getUrl', ({ data }) => new URL(pathOf(data), window.location.href).href],
  ['reload', () => window.location.reload()],
  ['refresh', ({ host }) => host.reloadView()],
  ['on', ({ data, events }) => events.on(String(data['event']), data['callback'] as () => void)],
  ['emit', ({ data, events }) => events.emit(String(data['event']), data['payload'])],
  ['subscribeRealtimeChannel', () => ({ unsubscribe: () => {} })],
  ['emitReadyEvent', () => undefined],
  ['enableTheming', () => undefined],
  // An issue panel has nothing to submit to, to close or to open; false is how a host says no.
  ['submit', () => false],
  ['close', () => false],
  ['onClose', () => false],
  ['openModal', () => false],
]);

async function invoke({ data, host }: Call): Promise<unknown> {
  const reply = await host.invoke(String(data['functionKey']), data['payload']);
  if (reply.outcome === 'value') return reply.value;
  if (reply.outcome === 'failed') throw new Error(reply.message);
  host.askForConsent();
  throw new Error('Authentication Required');
}

async function fetchProduct({ data, host }: Call): Promise<unknown> {
  if (data['product'] !== 'jira') throw new Error(`The preview has no ${String(data['product'])}.`);
  const init = (data['fetchRequestInit'] ?? {}) as {
    method?: string;
    body?: string | null;
    headers?: [string, string][];
  };
  const path = String(data['restPath']);
  // A view may ask for Jira's REST API only, not for other paths of the preview's server.
  if (!/^\/rest\/api\/3\/[^.]/.test(path)) throw new Error(`Not a path of Jira’s REST API: ${path}`);
  return host.requestJira(path, {
    method: init.method ?? 'GET',
    headers: (init.headers ?? []).map(([name, value]): [string, string] => [name, value]),
    ...(typeof init.body === 'string' ? { body: init.body } : {}),
  });
}

function navigate({ data, host }: Call): void {
  const path = pathOf(data);
  if (data['type'] === 'new-tab') window.open(path, '_blank', 'noopener');
  else if (path.startsWith('/')) host.goTo(path);
  else window.location.assign(path);
}

/** A url as given, if it is safe, or Jira's path for one of its pages. */
function pathOf(data: Call['data']): string {
  if (data['target'] === 'issue') return `/browse/${encodeURIComponent(String(data['issueKey']))}`;
  const href = safeHref(data['url']);
  if (href === undefined) throw new Error('The preview cannot go there.');
  return href;
}

function showFlag({ data, host }: Call): true {
  host.showFlag(data as unknown as FlagOptions);
  return true;
}

function closeFlag({ data, host }: Call): true {
  host.closeFlag(String(data['id']));
  return true;
}

function describe(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
