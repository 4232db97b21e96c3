import type { makeResolver } from '@forge/resolver';

type Resolver = ReturnType<typeof makeResolver>;

/**
 * The same resolver, which has the functions that were defined and no others. The platform's looks a key up in an object
 * with all that every object has: under the key `constructor`, which anyone may send, it answers the whole context of
 * the invocation.
 * @throws Error for such a key, as for any other that is not defined
 */
export function refuseInheritedKeys(resolver: Resolver): Resolver {
  return async (request, runtime) => {
    if (request.call.functionKey in Object.prototype) throw new Error('The resolver has no such definition');
    return resolver(request, runtime);
  };
}
