import { type Address, personOfKey } from '../../../definitions';

/** How functions are told which conversation is meant by what the inbox calls it. */
export function addressOf(key: string): Address {
  const person = personOfKey(key);
  return person === null ? { conversationId: key } : { person };
}
