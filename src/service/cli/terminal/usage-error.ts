/** What was typed breaks a rule; the message is all that the reader needs. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
