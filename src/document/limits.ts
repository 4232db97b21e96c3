/** What one message may hold. `bytes` counts the UTF-8 of its JSON, `depth` the levels of nodes below the root. */
export interface DocumentLimits {
  readonly bytes: number;
  readonly depth: number;
}

export const defaultLimits: DocumentLimits = Object.freeze({ bytes: 64 * 1024, depth: 32 });
