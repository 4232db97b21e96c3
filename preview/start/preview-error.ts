/** The preview cannot start, for a reason that whoever started it can act on: the message is the whole of it. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';
}
