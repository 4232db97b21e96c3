import { fetchToken, type Question } from '../shared/service/ask';

export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

export interface TestClient {
  readonly id: string;
  readonly token: string;
  /** A question with this client's token. */
  asks(question?: Question): Question;
}

/** All that the suites of conformance know: a base URL, a site and clients of it. */
export interface TestClients {
  readonly base: string;
  readonly site: string;
  readonly conversations: string;
  readonly alice: TestClient;
  readonly bob: TestClient;
  readonly carol: TestClient;
  close(): Promise<void>;
}

interface Target {
  readonly base: string;
  readonly site: string;
  readonly clients: readonly ClientCredentials[];
  close(): Promise<void>;
}

export async function connectClients({ base, site, clients, close }: Target): Promise<TestClients> {
  const connect = async (client: ClientCredentials | undefined): Promise<TestClient> => {
    if (!client) throw new Error('Three clients are needed.');
    const token = await fetchToken(base, client);
    return { id: `client:${client.id}`, token, asks: (question = {}) => ({ token, ...question }) };
  };
  return {
    base,
    site,
    conversations: `${base}/site/${site}/conversation`,
    alice: await connect(clients[0]),
    bob: await connect(clients[1]),
    carol: await connect(clients[2]),
    close,
  };
}
