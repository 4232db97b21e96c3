/** What @forge/kvs 1.6 sends and gets (out/storage-api.js, out/interfaces/kvs-api.d.ts). */
export interface KvsEntry {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** ISO 8601; absent for what stays. */
  readonly expireTime?: string;
}

export interface SetOptions {
  readonly ttl?: { readonly value: number; readonly unit: string };
  readonly keyPolicy?: string;
  readonly returnValue?: string;
}

export interface SetRequest {
  readonly key?: unknown;
  readonly value?: unknown;
  readonly entityName?: string;
  readonly conditions?: unknown;
  readonly options?: SetOptions;
}

export interface QueryRequest {
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly { readonly property: string; readonly condition: string; readonly values: unknown[] }[];
}

export interface TransactionRequest {
  readonly set?: readonly SetRequest[];
  readonly delete?: readonly SetRequest[];
  readonly check?: readonly SetRequest[];
}
