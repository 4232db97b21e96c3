import { WindowCounter } from '../limits/window-counter';

/** Wrong secrets a minute for one client from one address, and refusals of any kind for one address. */
const ofClient = 10;
const ofAddress = 60;

/**
 * Counts refusals at `/oauth/token`, each node for itself. Only who was refused is counted and told to wait: a secret has
 * 256 random bits, and to check it costs one hash, so that the right one passes whatever others at its address do.
 * `clientId` is null where there is no such client. The answer is the seconds to wait, or null.
 */
export type CountRefusal = (clientId: string | null, address: string) => number | null;

export function createRefusalCount(now: () => Date): CountRefusal {
  const refusals = new WindowCounter(20_000);
  return (clientId, address) => {
    const time = now().getTime();
    const byAddress = refusals.add(`address ${address}`, time);
    // Ids that somebody makes up are not counted one by one: there is no end of them.
    const isGuessing = clientId !== null && refusals.add(`client ${clientId} ${address}`, time).count > ofClient;
    if (!isGuessing && byAddress.count <= ofAddress) return null;
    return Math.max(1, Math.ceil((byAddress.endsAt - time) / 1000));
  };
}
