import { invokeRemote } from '@forge/api';
import type { ApiFetch } from './api-fetch';

/**
 * The service through the manifest's configurable remote, as this person. Atlassian signs each call with a token that
 * proves our function of this installation; the service takes the person from the header because of that proof.
 * @param accountId the account that the platform gave with the invocation, never one from a payload
 */
export function forgeFetch(accountId: string): ApiFetch {
  return (path, { method, headers, body }) =>
    invokeRemote('conversation-api', {
      path,
      method,
      headers: { ...headers, 'Aside-Account-Id': accountId },
      ...(body === undefined ? {} : { body }),
    });
}

/** The service as the app itself, which is no person: what a rule sends, and what only the app may ask. */
export function forgeFetchAsApp(): ApiFetch {
  return (path, { method, headers, body }) =>
    invokeRemote('conversation-api', {
      path,
      method,
      headers: { ...headers, 'Aside-Speaks-As': 'app' },
      ...(body === undefined ? {} : { body }),
    });
}
