import type { FastifyRequest } from 'fastify';
import { Uuid } from '../../contract/identifiers';
import type { Operation } from '../../contract/operation';
import { AppError } from '../conversation/app-error';
import type { Authenticate } from '../identity/authenticate';
import type { Caller } from '../identity/caller';
import { accountHeader } from '../identity/forge-caller';
import { createCheck } from './check-value';

const checkCloudId = createCheck(Uuid, () => 'path.cloudId');

/**
 * Who asks, and whether they may ask this of this site at all: token, then scope, then site. It needs no body, so that
 * nothing is read from whoever is not known.
 * @throws AppError as `Authenticate`, `scope_missing`, `invalid_request` or `forbidden`.
 */
export async function admitRequest(
  operation: Operation,
  request: Pick<FastifyRequest, 'headers' | 'params'>,
  authenticate: Authenticate,
): Promise<Caller> {
  const accountId = request.headers[accountHeader.toLowerCase()];
  const caller = await authenticate({
    authorization: request.headers.authorization,
    accountId: Array.isArray(accountId) ? accountId.join(',') : accountId,
  });
  if (!operation.scopes.some((scope) => caller.scopes.has(scope))) {
    throw new AppError('scope_missing', 'Unauthorized; scope does not match');
  }
  if (!Object.hasOwn(operation.params.properties, 'cloudId')) return caller;
  const cloudId = checkCloudId(Reflect.get(Object(request.params), 'cloudId')).toLowerCase();
  if (!caller.sites.has(cloudId)) throw new AppError('forbidden', 'The token does not reach this site.');
  return caller;
}
