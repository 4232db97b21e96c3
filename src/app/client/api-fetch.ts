/** What the client asks of a way to reach the service. `path` begins with a slash and is already encoded. */
export interface ApiRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The part of a `Response` that the client reads. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Any fetch whose base address is settled: Forge's remote, or the global one with an origin in front. */
export type ApiFetch = (path: string, request: ApiRequest) => Promise<ApiResponse>;
