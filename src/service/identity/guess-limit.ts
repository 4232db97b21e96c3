import { WindowCounter } from '../limits/window-counter';
import { BoundedCache } from './bounded-cache';

/** Wrong secrets a minute for one client id, and for one address. */
const ofClient = 10;
const ofAddress = 60;

/** Milliseconds for which a client that has proved itself is known as one. */
const provedLife = 24 * 60 * 60 * 1000;

/**
 * Slows down who guesses at `/oauth/token`, and never who has the right secret. Each node counts for itself. The answer
 * is the seconds to wait, or null.
 */
export interface GuessLimit {
  /** Whether this id may be looked up in the store, which a flood of made-up ids must not reach. */
  beforeLookUp(clientId: string, address: string): number | null;
  /** Counts a wrong secret, or an unknown id. */
  afterFailure(clientId: string, address: string): number | null;
  /** This client is a real one: it is looked up whatever others at its address do. */
  afterSuccess(clientId: string): void;
}

export function createGuessLimit(now: () => Date): GuessLimit {
  const failures = new WindowCounter(20_000);
  const proved = new BoundedCache<true>(10_000);
  const time = () => now().getTime();
  const waitFor = (endsAt: number) => Math.max(1, Math.ceil((endsAt - time()) / 1000));
  return {
    beforeLookUp(clientId, address) {
      if (proved.get(clientId, time())) return null;
      const { count, endsAt } = failures.look(`address ${address}`, time());
      return count > ofAddress ? waitFor(endsAt) : null;
    },
    afterFailure(clientId, address) {
      const byAddress = failures.add(`address ${address}`, time());
      const byClient = failures.add(`client ${clientId}`, time());
      return byAddress.count > ofAddress || byClient.count > ofClient ? waitFor(byClient.endsAt) : null;
    },
    afterSuccess: (clientId) => proved.set(clientId, true, time() + provedLife),
  };
}
