/**
 * The most bytes of `body` (as JSON) and `text`, both in UTF-8, that all messages of one answer come to together. A page
 * ends before it would hold more, but never before its first message. 1 MiB: some eight of the longest messages.
 */
export const pageBytes = 1_048_576;
