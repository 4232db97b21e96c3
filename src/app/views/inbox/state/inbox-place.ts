import { accountId, matchWhole } from '../../../../patterns/patterns';
import { keyOfPerson, personOfKey } from '../../../definitions';

/** What of the inbox is open, as its address has it. */
export interface InboxPlace {
  /** As the inbox calls it; null for the list alone. */
  readonly conversation: string | null;
  /** The message at which the conversation is open; null for its newest ones. */
  readonly message: string | null;
}

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const path = new RegExp(`/conversation/(${id})(?:/(${id}))?/?$`, 'i');
const whole = new RegExp(`^${id}$`, 'i');
const personPath = new RegExp(`/person/([^/]+)(?:/(${id}))?/?$`, 'i');
const isAccount = matchWhole(accountId);

/** Below the page's root: the router of UI Kit moves by paths alone, so that a path is what each host keeps. */
export function writePlace({ conversation, message }: InboxPlace): string {
  if (conversation === null) return '/';
  const person = personOfKey(conversation);
  const opened = person === null ? `/conversation/${conversation}` : `/person/${encodeURIComponent(person)}`;
  return message === null ? opened : `${opened}/${message}`;
}

/**
 * What an address names: a path of the inbox's own, or the parameter of a link in a mail. What it does not know is the list.
 * @param address whole, or from its path on, as the platform's context and its history have it
 */
export function parsePlace(address: unknown): InboxPlace {
  const [before = '', query] = typeof address === 'string' ? (address.split('#')[0] ?? '').split('?') : [];
  const [, conversation, message] = path.exec(before) ?? [];
  if (conversation !== undefined) {
    return { conversation: conversation.toLowerCase(), message: message?.toLowerCase() ?? null };
  }
  const [, person, ofPerson] = personPath.exec(before) ?? [];
  const named = decode(person ?? '');
  if (isAccount.test(named)) return { conversation: keyOfPerson(named), message: ofPerson?.toLowerCase() ?? null };
  const linked = new URLSearchParams(query ?? '').get('conversation');
  return { conversation: linked !== null && whole.test(linked) ? linked.toLowerCase() : null, message: null };
}

/** Empty for what nobody encoded so. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export function isSamePlace(a: InboxPlace, b: InboxPlace): boolean {
  return a.conversation === b.conversation && a.message === b.message;
}
