import type { Said } from './model';
import { some } from './some';

/** Work items that messages are about. */
export const issues = ['10001', '10002'] as const;

/** What somebody is to send. */
export interface Saying {
  /** The one word that tells it apart. */
  readonly word: string;
  readonly about: string | null;
  /** Whom its document mentions, whoever that is. */
  readonly mentions: readonly string[];
  readonly isQuestion: boolean;
}

/** About some issue or none, and now and then with mentions. */
export function newSaying(people: readonly string[], word: string, pick: () => number): Saying {
  const [about = null] = pick() < 0.3 ? [] : some(issues, pick, 1);
  return { word, about, mentions: pick() < 0.4 ? some(people, pick, 2) : [], isQuestion: false };
}

export function documentOf({ word, mentions }: Pick<Saying, 'word' | 'mentions'>): object {
  const named = mentions.map((id) => ({ type: 'mention', attrs: { id, text: `@${id}` } }));
  return {
    ...{ version: 1, type: 'doc' },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `okapi ${word} ` }, ...named] }],
  };
}

/** The word of a message's text; nothing of one that is deleted. */
export const wordIn = (text: string): string => /okapi[0-9a-f]{12}/.exec(text)?.[0] ?? '';

/** @param members who can be mentioned there. */
export function said(
  id: string,
  sender: string,
  { word, about, mentions, isQuestion }: Saying,
  members: ReadonlyMap<string, string>,
): Said {
  const mentioned = mentions.filter((one) => one !== sender && members.has(one));
  return { id, sender, word, about, mentions: new Set(mentioned), isQuestion, reactions: new Set() };
}
