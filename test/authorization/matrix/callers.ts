import { randomUUID } from 'node:crypto';
import type { Scope } from '../../../src/contract/scopes';
import { fetchToken, type Question } from '../../shared/service/ask';
import { appId, type ForgeSigner } from '../../shared/service/forge-signer';
import { site, type TestService } from '../../shared/service/running-service';

/**
 * Every kind of caller: a person in Jira, the app, and OAuth clients that were granted to take part, to manage as well,
 * to manage alone, and to operate.
 */
export const callerKinds = ['user', 'app', 'client', 'managing client', 'manager', 'operator'] as const;
export type CallerKind = (typeof callerKinds)[number];

const scopesOfClient: Readonly<Record<Exclude<CallerKind, 'user' | 'app'>, readonly Scope[]>> = {
  client: ['participate:conversation'],
  'managing client': ['participate:conversation', 'manage:conversation'],
  manager: ['manage:conversation'],
  operator: ['operate:site'],
};

export interface MatrixCaller {
  readonly kind: CallerKind;
  /** As in rosters and as the sender of messages. */
  readonly id: string;
  readonly sender: 'user' | 'app' | 'client';
  asks(question: Question): Promise<Question>;
}

/** A caller of this kind; a person is somebody else each time. */
export type MakeCaller = (kind: CallerKind) => MatrixCaller;

export async function prepareCallers(service: TestService, forge: ForgeSigner): Promise<MakeCaller> {
  const clients = new Map<CallerKind, MatrixCaller>();
  for (const kind of ['client', 'managing client', 'manager', 'operator'] as const) {
    const client = await service.addClient({ scopes: scopesOfClient[kind], sites: [site] });
    const token = await fetchToken(service.url, client);
    clients.set(kind, {
      kind,
      id: `client:${client.id}`,
      sender: 'client',
      asks: async (question) => ({ token, ...question }),
    });
  }
  return (kind) => {
    const client = clients.get(kind);
    if (client) return client;
    const asksAs = (headers: Record<string, string>) => async (question: Question) => ({
      ...question,
      token: await forge.sign(),
      headers: { ...question.headers, ...headers },
    });
    if (kind === 'app') return { kind, id: `app:${appId}`, sender: 'app', asks: asksAs({}) };
    const id = `user-${randomUUID()}`;
    return { kind, id, sender: 'user', asks: asksAs({ 'Aside-Account-Id': id }) };
  };
}
