import type { FastifyRequest } from 'fastify';
import { Uuid } from '../../../contract/identifiers';
import type { DescribedOperation } from '../../../contract/operation';
import { AppError, refuseField } from '../../errors/app-error';
import type { Authenticate } from '../../identity/authenticate';
import type { Caller } from '../../identity/caller';
import { accountHeader, speakerHeader } from '../../identity/forge-caller';
import { createCheck } from '../../operations/input/check-value';

const checkCloudId = createCheck(Uuid, () => 'path.cloudId');

/** Who asks. It needs no body, so that nothing is read from whoever is not known. @throws AppError as `Authenticate`. */
export async function identifyCaller(
  { headers }: Pick<FastifyRequest, 'headers'>,
  authenticate: Authenticate,
): Promise<Caller> {
  const read = (name: string) => [headers[name.toLowerCase()] ?? []].flat();
  const join = (values: readonly string[]) => (values.length === 0 ? undefined : values.join(','));
  return authenticate({
    authorization: headers.authorization,
    accountId: join(read(accountHeader)),
    speaksAs: join(read(speakerHeader)),
  });
}

/**
 * Whether they may ask this of this site at all: no account beside an OAuth token, then scope, then site, which comes back
 * (null where none is named).
 * @throws AppError `scope_missing`, `invalid_request` or `forbidden`.
 */
export function admitCaller(
  operation: DescribedOperation,
  caller: Caller,
  { headers, params }: Pick<FastifyRequest, 'headers' | 'params'>,
): string | null {
  const ofForge = [accountHeader, speakerHeader].find((name) => headers[name.toLowerCase()] !== undefined);
  if (caller.kind === 'client' && ofForge !== undefined) {
    throw refuseField(`header.${ofForge}`, 'must not be sent with an OAuth token');
  }
  if (!operation.scopes.some((scope) => caller.scopes.has(scope))) {
    throw new AppError('scope_missing', 'Unauthorized; scope does not match');
  }
  if (!Object.hasOwn(operation.params.properties, 'cloudId')) return null;
  const cloudId = checkCloudId(Reflect.get(Object(params), 'cloudId')).toLowerCase();
  if (!caller.sites.has(cloudId)) throw new AppError('forbidden', 'The token does not reach this site.');
  return cloudId;
}
