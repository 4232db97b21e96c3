/** The store cannot serve for now. The request was not carried out, or it is unknown whether it was. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /**
   * `away`: it does not answer. `slow`: it does, but this took too long and was cut, without effect. `full`: so much
   * waits for it already that this was not begun.
   */
  readonly reason: 'away' | 'slow' | 'full';

  constructor(message: string, options: { readonly cause?: unknown; readonly reason?: 'away' | 'slow' | 'full' } = {}) {
    super(message, { cause: options.cause });
    this.reason = options.reason ?? 'away';
  }
}
