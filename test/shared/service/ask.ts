export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; the text itself where it is not JSON; undefined for an empty body. */
  readonly body: unknown;
}

export interface Question {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** It ends what hangs, and judges no speed: a machine may be busy. */
const timeLimit = 60_000;

/** One request, bounded in time. `target` is a method and an address, e.g. `GET http://127.0.0.1:1/site/`. */
export async function ask(target: `${string} ${string}`, question: Question = {}): Promise<Answer> {
  const [method = '', url = ''] = target.split(' ');
  const { token, headers = {}, json, raw } = question;
  const body = json === undefined ? raw : JSON.stringify(json);
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(timeLimit),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
  };
}

/** A token of `/oauth/token`. */
export async function fetchToken(
  url: string,
  client: { readonly id: string; readonly secret: string },
): Promise<string> {
  const { body } = await ask(`POST ${url}/oauth/token`, {
    json: { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret },
  });
  return (body as { access_token: string }).access_token;
}
