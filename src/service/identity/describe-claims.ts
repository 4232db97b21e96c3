import type { JWTPayload } from 'jose';

/** A claim of a token: its name, with a dot before what lies within, and its value where that may be shown. */
export interface SeenClaim {
  readonly name: string;
  readonly value: string | null;
}

/** What names an app and how its token was made. All other values may be people, sites or what cannot be known. */
const shown: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'app.id',
  'app.appVersion',
  'app.environment.type',
  'app.module.key',
  'app.module.type',
]);

/** Enough for every claim that Atlassian documents, and an end to what a token can make of an answer. */
const mostClaims = 50;

/**
 * The claims of a token as they came, for whoever looks for a fault: all of their names, and of the values only those
 * that name the app and its module, with the token's life in seconds. At most 50.
 */
export function describeClaims(payload: JWTPayload): readonly SeenClaim[] {
  const { iat, exp } = payload;
  const life = iat === undefined || exp === undefined ? null : `${exp - iat} s`;
  return [...listClaims('', payload), { name: 'exp - iat', value: life }].slice(-mostClaims);
}

function listClaims(prefix: string, claims: object): SeenClaim[] {
  return Object.entries(claims).flatMap(([key, value]): SeenClaim[] => {
    const name = prefix + key;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return listClaims(`${name}.`, value);
    return [{ name, value: shown.has(name) ? String(value).slice(0, 200) : null }];
  });
}
