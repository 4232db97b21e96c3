/** A key of access tokens. Its id is the `kid` in a token's header. */
export interface SigningKey {
  readonly id: string;
  /** 32 random bytes. */
  readonly value: Uint8Array;
  readonly createdAt: string;
  /** From then on none of its tokens is accepted; null for the key that signs. */
  readonly endsAt: string | null;
}

/** Where the keys are kept, for all nodes. */
export interface KeyRegistry {
  /** Those that have not ended, the newest first. */
  listKeys(now: Date): Promise<SigningKey[]>;
  /** Keeps it unless there is one already that signs. Of concurrent first calls two may be kept: both are good then. */
  addFirstKey(key: SigningKey): Promise<void>;
  /** Keeps it, and ends all others at `othersEndAt` at the latest; null drops them, whatever any clock says. `by` is for the audit. */
  replaceKeys(key: SigningKey, othersEndAt: Date | null, by?: string): Promise<void>;
  /** Forgets the keys that had ended by then. */
  dropEndedKeys(by: Date): Promise<void>;
}
