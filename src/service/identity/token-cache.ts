import { createHash } from 'node:crypto';

/**
 * What was worked out before about a token, each until its own end. When full, what was used least lately goes first.
 * Times are milliseconds since the epoch.
 */
export class TokenCache<Value> {
  // By the SHA-256 of the token: one that still holds is not to be found in a dump of the memory.
  // A Map keeps the order of insertion: its first key is the one used least lately, since `get` inserts anew.
  readonly #entries = new Map<string, { readonly value: Value; readonly endsAt: number }>();
  #hits = 0;
  #misses = 0;

  constructor(readonly capacity: number) {}

  get hits(): number {
    return this.#hits;
  }

  get misses(): number {
    return this.#misses;
  }

  get(token: string, now: number): Value | undefined {
    const key = digest(token);
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.endsAt <= now) {
      this.#misses += 1;
      this.#entries.delete(key);
      return undefined;
    }
    this.#hits += 1;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(token: string, value: Value, endsAt: number): void {
    const key = digest(token);
    this.#entries.delete(key);
    this.#entries.set(key, { value, endsAt });
    if (this.#entries.size <= this.capacity) return;
    const [eldest] = this.#entries.keys();
    if (eldest !== undefined) this.#entries.delete(eldest);
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
