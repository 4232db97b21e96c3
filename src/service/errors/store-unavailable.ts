/** The store cannot serve for now. The request was not carried out, or it is unknown whether it was. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** `away`: it does not answer. `slow`: it does, but this took too long and was cut, without effect. */
  readonly reason: 'away' | 'slow';

  constructor(message: string, options: { readonly cause?: unknown; readonly reason?: 'away' | 'slow' } = {}) {
    super(message, { cause: options.cause });
    this.reason = options.reason ?? 'away';
  }
}
