import { noWords, type Words } from '../../definitions/composer';
import { createDraftKeeper, type DraftCalls, type DraftKeeper, type DraftState } from '../composing/draft-keeper';
import { isBlank, joinWords } from '../composing/join-words';
import type { Answer } from '../shared/ask-resolver';

/** A message that is sent, and the words of it. */
interface Sent {
  readonly key: string;
  readonly words: Words;
}

/** Words that are not sent or saved yet. They outlive a look at another conversation; the service keeps them for the next view. */
export interface Writing {
  draftTo(to: string): Words;
  keepDraft(to: string, words: Words): void;
  /** What a field told that was drawn anew meanwhile, behind what has come before its words since. */
  keepOlder(to: string, words: Words, version: number): void;
  /** Puts words of someone else behind what is being written, in a field that has the focus. */
  quote(to: string, words: Words): void;
  /** Whether the field of this place was drawn anew for a quotation. */
  isQuoting(to: string): boolean;
  /** Null where nothing was written or looked for in this view. */
  hasDraft(to: string): boolean | null;
  /** Null while the message is not being edited. */
  editOf(messageId: string): Words | null;
  keepEdit(to: string, messageId: string, words: Words | null): void;
  /** In which conversations there are such words. */
  places(): string[];
  /** Looks once for what was begun in an earlier view, where there may be anything. The message is that of an edit. */
  open(to: string, messageId: string | null): Promise<void>;
  /** Saves at once: another place is looked at now. */
  leave(to: string, messageId: string | null): void;
  /** Counts how often words came from elsewhere, so that a field is drawn anew with them. */
  versionOf(to: string, messageId: string | null): number;
  stateOf(to: string, messageId: string | null): DraftState;
  /** Between the words here and those that another window has saved. */
  choose(to: string, messageId: string | null, whose: 'mine' | 'other'): void;
  /** A message is on its way; its words are kept as a draft until it has arrived or is discarded. */
  begin(to: string, sent: Sent): void;
  /** Sends it with the draft that it came of. */
  send<T>(to: string, sent: Pick<Sent, 'key'>, post: (draft: string | null) => Promise<Answer<T>>): Promise<Answer<T>>;
  edit<T>(to: string, messageId: string, post: (draft: string | null) => Promise<Answer<T>>): Promise<Answer<T>>;
  discard(to: string, key: string): void;
}

interface Options {
  /** What is asked of the functions for a place; without it words end with the view. */
  readonly callsFor?: (to: string, messageId: string | null) => DraftCalls;
  /** Something is to be drawn anew: words came, or their state has changed. */
  readonly onChange?: () => void;
}

interface Place {
  readonly keeper: DraftKeeper | null;
  version: number;
  /** The version with which a quotation came last; null for none. */
  quoted: number | null;
  /** What stands first in fields from this version on; null where older fields have nothing more to say. */
  front: { readonly version: number; readonly words: Words | null };
  /** Something was written here, or looked for. */
  isKnown: boolean;
  /** Messages that were sent and have not arrived, in their order. */
  readonly unsent: Map<string, Words>;
}

/** Nothing is drawn from these words while someone types: a field that an app rewrites loses the caret. */
export function createWriting({ callsFor, onChange = () => undefined }: Options = {}): Writing {
  const drafts = new Map<string, Words>();
  const edits = new Map<string, { readonly to: string; readonly words: Words }>();
  const places = new Map<string, Place>();

  const placeAt = (to: string, messageId: string | null): Place => {
    const name = JSON.stringify([to, messageId]);
    const known = places.get(name);
    if (known !== undefined) return known;
    const keeper =
      callsFor === undefined ? null : createDraftKeeper({ calls: callsFor(to, messageId), onState: onChange });
    const place: Place = {
      keeper,
      version: 0,
      quoted: null,
      front: { version: 0, words: noWords },
      unsent: new Map(),
      isKnown: false,
    };
    places.set(name, place);
    return place;
  };
  const put = (to: string, words: Words): void => {
    if (isBlank(words)) drafts.delete(to);
    else drafts.set(to, words);
  };
  /** All that is to be kept there: what has not arrived, then what is being written. */
  const note = (to: string): void => {
    const place = placeAt(to, null);
    place.isKnown = true;
    place.keeper?.note(joinWords([...place.unsent.values(), drafts.get(to) ?? noWords]));
  };
  const show = (to: string, messageId: string | null): void => {
    placeAt(to, messageId).version += 1;
    onChange();
  };

  return {
    draftTo: (to) => drafts.get(to) ?? noWords,
    keepDraft(to, words) {
      put(to, words);
      note(to);
    },
    keepOlder(to, words, version) {
      const { front } = placeAt(to, null);
      if (version >= front.version) put(to, words);
      else if (front.words === null) return;
      else put(to, joinWords([front.words, words]));
      note(to);
      show(to, null);
    },
    quote(to, words) {
      const place = placeAt(to, null);
      put(to, joinWords([drafts.get(to) ?? noWords, words]));
      place.quoted = place.version + 1;
      place.front = { version: place.quoted, words };
      note(to);
      show(to, null);
    },
    isQuoting: (to) => placeAt(to, null).quoted === placeAt(to, null).version,
    hasDraft(to) {
      const { isKnown, unsent } = placeAt(to, null);
      return isKnown ? drafts.has(to) || unsent.size > 0 : null;
    },
    editOf: (messageId) => edits.get(messageId)?.words ?? null,
    keepEdit(to, messageId, words) {
      if (words === null) edits.delete(messageId);
      else edits.set(messageId, { to, words });
      placeAt(to, messageId).keeper?.note(words ?? noWords);
    },
    places: () => [...drafts.keys(), ...[...edits.values()].map(({ to }) => to)],
    async open(to, messageId) {
      const place = placeAt(to, messageId);
      const words = place.keeper === null ? null : await place.keeper.load();
      if (words === undefined) return;
      place.isKnown = true;
      if (words === null) return;
      if (messageId !== null) {
        // Who has begun to change the message has seen it as it is, and goes on with that.
        if (edits.has(messageId)) return;
        edits.set(messageId, { to, words });
      } else {
        put(to, joinWords([words, drafts.get(to) ?? noWords]));
        place.front = { version: place.version + 1, words };
        note(to);
      }
      show(to, messageId);
    },
    leave: (to, messageId) => placeAt(to, messageId).keeper?.flush(),
    versionOf: (to, messageId) => placeAt(to, messageId).version,
    stateOf: (to, messageId) => placeAt(to, messageId).keeper?.state() ?? 'kept',
    choose(to, messageId, whose) {
      const place = placeAt(to, messageId);
      const words = place.keeper?.choose(whose);
      if (words == null) return;
      place.front = { version: place.version + 1, words: null };
      if (messageId === null) put(to, words);
      else edits.set(messageId, { to, words });
      show(to, messageId);
    },
    begin(to, { key, words }) {
      placeAt(to, null).unsent.set(key, words);
      note(to);
    },
    async send(to, { key }, post) {
      const { keeper, unsent } = placeAt(to, null);
      const answer = await (keeper === null ? post(null) : keeper.send(post));
      if (answer.ok) unsent.delete(key);
      note(to);
      return answer;
    },
    async edit(to, messageId, post) {
      const { keeper } = placeAt(to, messageId);
      return keeper === null ? post(null) : keeper.send(post);
    },
    discard(to, key) {
      placeAt(to, null).unsent.delete(key);
      note(to);
    },
  };
}
