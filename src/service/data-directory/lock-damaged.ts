/** A lock file that says nothing: whose it is cannot be told, so that only a person can decide. */
export class LockDamaged extends Error {
  override readonly name = 'LockDamaged';
  constructor(path: string) {
    super(
      `The lock ${path} cannot be read, as after a power cut. Make sure that no other process uses this directory, then remove that file.`,
    );
  }
}
