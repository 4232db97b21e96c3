import type { Static, TObject } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Administration } from '../../conversation/administration';
import type { ClientRegistry, ClientUses } from '../../identity/client-registry';
import type { KeyRegistry } from '../../identity/signing-key';
import type { Store } from '../../store/open-store';

/** What commands work on. */
export type CommandStore = ClientRegistry &
  Pick<ClientUses, 'listClientUses'> &
  KeyRegistry &
  Administration &
  Pick<Store, 'engine' | 'workers'>;

/** A command that the owner of the store carries out. `null` is a request that is not of its shape. */
export type AnswerRequest = (store: CommandStore, request: unknown) => Promise<unknown> | null;

/**
 * `words` is the shape of a request beside its `command`; what comes out goes over the socket as JSON. `by` is who asks,
 * for the audit: only users of the system who may open the store get as far as here.
 */
export function defineCommand<Schema extends TObject>(
  words: Schema,
  run: (store: CommandStore, request: Static<Schema>, by: string) => Promise<unknown>,
): AnswerRequest {
  const compiled = Compile(words);
  return (store, request) =>
    compiled.Check(request) ? run(store, request as Static<Schema>, readOperator(request)) : null;
}

function readOperator(request: unknown): string {
  return request instanceof Object && 'by' in request && typeof request.by === 'string' ? request.by : 'cli';
}
