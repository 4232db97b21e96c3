import { forgeFetch, forgeFetchAsApp } from '../../../src/app/client/forge-fetch';
import type { ForgeRuntime } from '../forge-runtime';

type Fetch = ReturnType<typeof forgeFetch>;

/** Asks the service out of a function of the app, past all that the app itself would ask: as this person, or as the app. */
export function callService(forge: ForgeRuntime, caller: string | 'app'): Fetch {
  return caller === 'app'
    ? (path, request) => forge.as('', () => forgeFetchAsApp()(path, request))
    : (path, request) => forge.as(caller, () => forgeFetch(caller)(path, request));
}
