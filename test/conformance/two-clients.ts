import { type ask, fetchToken, type Question } from '../shared/service/ask';
import { runService, site, type TestService } from '../shared/service/running-service';
import type { TestClient } from './test-clients';

/** A service of a test's own, and two clients of it. */
export interface TwoClients {
  readonly base: string;
  readonly conversations: string;
  readonly alice: TestClient;
  readonly bob: TestClient;
  /** For what no client can do. */
  readonly service: TestService;
}

export async function startTwoClients(): Promise<TwoClients> {
  const service = await runService();
  const addClient = async (name: string): Promise<TestClient> => {
    const client = await service.addClient({ name });
    const token = await fetchToken(service.url, client);
    return { id: `client:${client.id}`, token, asks: (question: Question = {}) => ({ token, ...question }) };
  };
  const conversations = `${service.url}/site/${site}/conversation`;
  return { base: service.url, conversations, alice: await addClient('One'), bob: await addClient('Two'), service };
}

/** The address of the messages between whoever asks and this account. */
export function messagesWith(
  { conversations }: Pick<TwoClients, 'conversations'>,
  other: { readonly id: string },
): string {
  return `${conversations}/user/${other.id}/message`;
}

/** The id in an answer. */
export function idOf({ body }: Awaited<ReturnType<typeof ask>>): string {
  return (body as { id: string }).id;
}

export const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
