import type { ConfigVariableName } from '../config/variables';

/** Which variables say where it was to be listened. */
interface Settings {
  readonly host: ConfigVariableName;
  readonly port: ConfigVariableName;
}

/** An address that could not be listened on, and the settings that choose another one. `code` is the system's. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code: string | undefined;
  constructor(
    cause: unknown,
    readonly at: { readonly host: string; readonly port: number },
    readonly settings: Settings,
  ) {
    super(cause instanceof Error ? cause.message : 'no reason was given', { cause });
    this.code = (cause as NodeJS.ErrnoException | undefined)?.code;
  }
}
