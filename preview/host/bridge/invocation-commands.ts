import type { Call, Command } from './call';

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

export const invocationCommands: Readonly<Record<string, Command>> = { invoke, fetchProduct };
