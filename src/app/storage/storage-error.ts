/** The platform's storage for apps could not be read or written. */
export class StorageError extends Error {
  constructor(cause: unknown) {
    super('The storage of the app did not answer', { cause });
    this.name = 'StorageError';
  }
}
