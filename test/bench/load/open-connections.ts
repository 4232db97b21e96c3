import { type Asking, createAsking } from './create-asking';
import { type HttpAnswer, HttpConnection } from './http-connection';
import type { LoadJob } from './load-job';
import { XmppConnection } from './xmpp-connection';

/** One after the other is asked over it. */
export interface Connection {
  ask(request: string): Promise<HttpAnswer>;
  close(): void;
}

/** The connections of a job, and what is asked over them as the n-th. */
export async function openConnections({ scenario, ports, connections: count }: LoadJob): Promise<{
  readonly connections: readonly Connection[];
  readonly ask: (n: number) => Asking;
}> {
  const portOf = (n: number) => ports[n % ports.length] ?? 0;
  const all = <Opened>(open: (port: number) => Promise<Opened>) =>
    Promise.all(Array.from({ length: count }, (_, n) => open(portOf(n))));
  if (scenario.kind !== 'xmpp-send') {
    return { connections: await all(HttpConnection.open), ask: createAsking(scenario) };
  }
  const connections = await all(XmppConnection.open);
  return { connections, ask: (n) => ({ request: writeStanza(n, connections), expected: 200 }) };
}

/** A message as long as those of the other scenarios, from each connection to another one. */
function writeStanza(n: number, connections: readonly XmppConnection[]): string {
  const to = connections[(n * 7 + 1) % connections.length]?.address;
  const text = `Message ${n}: could you look at the last build of this before noon? It fails on the second run only.`;
  return `<message to='${to}' type='chat' id='m${n}'><body>${text}</body></message>`;
}
