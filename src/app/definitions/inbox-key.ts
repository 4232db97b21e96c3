const mark = 'person:';

/** What the inbox calls the conversation with someone that has not begun, or began in this view. No id looks like it. */
export function keyOfPerson(accountId: string): string {
  return `${mark}${accountId}`;
}

/** With whom it would be; null for a conversation, which is called by its id. */
export function personOfKey(key: string): string | null {
  return key.startsWith(mark) ? key.slice(mark.length) : null;
}
