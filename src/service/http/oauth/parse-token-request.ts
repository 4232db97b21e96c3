import { TokenRefusal, type TokenRequest } from '../../identity/grant-token';

type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * Reads a request for a token: form or JSON, the client in the body or in HTTP Basic, but not in both.
 * An Authorization header of another kind is ignored: published clients send a literal `null` or an old bearer token.
 * @throws TokenRefusal `invalid_request`.
 */
export function parseTokenRequest(
  headers: { readonly contentType: string | undefined; readonly authorization: string | undefined },
  raw: Uint8Array | undefined,
): TokenRequest {
  const parameters = readParameters(headers, raw);
  const { grant_type: grantType, client_id: clientId, client_secret: clientSecret, scope } = parameters;
  const basic = readBasic(headers.authorization);
  if (basic === null) return { grantType, clientId, clientSecret, scope };
  if (clientSecret !== undefined || (clientId !== undefined && clientId !== basic.clientId)) {
    throw new TokenRefusal('invalid_request', 'The client must be named in the header or in the body, not in both');
  }
  return { grantType, scope, ...basic };
}

export function isBasic(authorization: string | undefined): boolean {
  return /^basic\b/i.test(authorization ?? '');
}

function readParameters(
  headers: { readonly contentType: string | undefined },
  raw: Uint8Array | undefined,
): Parameters {
  const text = new TextDecoder().decode(raw ?? new Uint8Array());
  const type = headers.contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return readJson(text);
  if (type === 'application/x-www-form-urlencoded') return readForm(text);
  throw new TokenRefusal('invalid_request', 'The body must be a form or JSON');
}

function readJson(text: string): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TokenRefusal('invalid_request', 'The body is not JSON');
  }
  const names = ['grant_type', 'client_id', 'client_secret', 'scope'];
  const members = names.map((name) => [name, readMember(value, name)] as const);
  const wrong = members.find(([, member]) => member !== undefined && typeof member !== 'string');
  if (wrong) throw new TokenRefusal('invalid_request', `${wrong[0]} must be text`);
  return Object.fromEntries(members) as Parameters;
}

/** One that is empty counts as left out, as in a form. */
function readMember(value: unknown, name: string): unknown {
  const member: unknown = Reflect.get(Object(value), name);
  return member === '' || member === null ? undefined : member;
}

function readForm(text: string): Parameters {
  // RFC 6749 section 3.2: one without a value counts as left out.
  const form = new URLSearchParams([...new URLSearchParams(text)].filter(([, value]) => value !== ''));
  for (const name of new Set(form.keys())) {
    // RFC 6749 section 3.2
    if (form.getAll(name).length > 1) throw new TokenRefusal('invalid_request', 'No parameter may be given twice');
  }
  return Object.fromEntries(form);
}

/** RFC 6749 section 2.3.1: both halves are form-encoded before they are joined. */
function readBasic(authorization: string | undefined): { clientId: string; clientSecret: string } | null {
  if (!isBasic(authorization)) return null;
  const encoded = authorization?.replace(/^basic */i, '') ?? '';
  const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  try {
    return { clientId: decodeFormValue(clientId), clientSecret: decodeFormValue(secret.join(':')) };
  } catch {
    throw new TokenRefusal('invalid_request', 'The Authorization header is not HTTP Basic');
  }
}

function decodeFormValue(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
