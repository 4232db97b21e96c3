import { Compile } from 'typebox/compile';
import { AccountId } from '../../contract/identifiers';
import { AppError, refuseField } from '../errors/app-error';
import type { Caller } from './caller';
import type { ForgeClaims } from './forge-token';

export const accountHeader = 'Aside-Account-Id';
/** With the value `app`: the function speaks for the app itself. */
export const speakerHeader = 'Aside-Speaks-As';
const accountField = `header.${accountHeader}`;
const speakerField = `header.${speakerHeader}`;
const accountCheck = Compile(AccountId);

const ofUser = new Set(['participate:conversation', 'manage:conversation'] as const);
const ofApp = new Set(['operate:site', 'participate:conversation'] as const);

/** Whom the app's function names beside its token; undefined: no such header. */
export interface Speaker {
  readonly accountId: string | undefined;
  readonly speaksAs: string | undefined;
}

/** What the configuration says about tokens of Forge. */
export interface ForgeTrust {
  readonly sites: ReadonlyMap<string, string>;
  readonly browserTokens: 'refuse' | 'match';
  /** Told of a function that names nobody, which is taken for the app until the next release. */
  readonly onUnnamed: () => void;
}

/**
 * Who asks, by a verified Forge token and whom the app's function names beside it: a person, or the app itself.
 * The function's word is enough, since only the app's own code gets a token without a browser's claims.
 * @throws AppError `caller_not_function`, `forbidden` or `invalid_request`.
 */
export function identifyForgeCaller(claims: ForgeClaims, speaker: Speaker, trust: ForgeTrust): Caller {
  const { accountId, speaksAs } = speaker;
  const isMatched = trust.browserTokens === 'match' && claims.principal !== null && claims.principal === accountId;
  if (claims.isFromBrowser && !isMatched) {
    throw new AppError('caller_not_function', 'Only the functions of the app may call this service, not a browser.');
  }
  if (claims.cloudId === null || !trust.sites.has(claims.cloudId)) {
    throw new AppError('forbidden', 'This service does not serve the site that the token comes from.');
  }
  const sites = new Set([claims.cloudId]);
  if (speaksAs !== undefined && speaksAs !== 'app') throw refuseField(speakerField, 'must be app');
  if (speaksAs !== undefined && accountId !== undefined) {
    throw refuseField(speakerField, `must not be sent together with ${accountHeader}`);
  }
  if (accountId === undefined) {
    if (speaksAs === undefined) trust.onUnnamed();
    return { kind: 'app', id: `app:${claims.appId}`, scopes: ofApp, sites, label: null, claims: claims.seen };
  }
  return { kind: 'user', id: readPerson(accountId), scopes: ofUser, sites, label: null };
}

/** Only a person's account may be named: neither nobody's nor one of the ids that this service makes itself. */
function readPerson(accountId: string): string {
  if (!accountCheck.Check(accountId)) throw refuseField(accountField, 'must be an account id');
  if (/^(unidentified$|app:|client:)/i.test(accountId)) {
    const rule = 'must be the account of a person who is logged in';
    throw new AppError('forbidden', 'This account cannot be spoken for.', { details: [{ field: accountField, rule }] });
  }
  return accountId;
}
