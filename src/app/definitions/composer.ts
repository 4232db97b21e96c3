import type { AdfDocument } from '../../document/types';

/**
 * What a view and the composer in its `Frame` say to each other, over the Events API of @forge/bridge
 * (developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/events). Whatever view of the app is on the page
 * hears every event, so that each names its view's module and the frame; what is not for one, or is not of this shape,
 * is not heard. Both sides may be loaded anew at any time: a frame says `ready`, a view answers `open`.
 */
export const toFrame = 'aside.composer.to-frame';
export const toView = 'aside.composer.to-view';

/** Words that are being written: as a document, or as Markdown where the plain field has them. */
export interface Words {
  readonly document: AdfDocument | null;
  /** The same as Markdown, or without their formatting where Markdown cannot hold it. */
  readonly markdown: string;
}

export const noWords: Words = Object.freeze({ document: null, markdown: '' });

export interface MentionedPerson {
  readonly id: string;
  readonly name: string;
}

/** The frame has no words of its own: the view gives them, in the reader's language. `{name}` places are the frame's to fill. */
export const frameTexts = [
  'label',
  'send',
  'hint',
  'buttonSends',
  'cancel',
  'toolbar',
  'bold',
  'italic',
  'strike',
  'code',
  'bullets',
  'numbers',
  'quote',
  'codeBlock',
  'link',
  'linkAddress',
  'linkSet',
  'linkRemove',
  'linkWrong',
  'mention',
  'people',
  'nobody',
  'peopleFound',
  'noPictures',
  'left',
  'over',
  'waiting',
  'notTaken',
] as const;

export type FrameTexts = Readonly<Record<(typeof frameTexts)[number], string>>;

/** What the frame shows: the words of one place, which is a name of the view's own for a conversation, or for an edit in it. */
export interface Opening {
  readonly place: string;
  readonly words: Words;
  readonly isEdit: boolean;
  readonly texts: FrameTexts;
  /** BCP 47, for screen readers and hyphens. */
  readonly language: string;
  readonly enterSends: boolean;
  readonly hasFocus: boolean;
  readonly isCompact: boolean;
  /** The plain field stood there since this place was opened last: what was typed there is among these words. */
  readonly isAmended: boolean;
}

export type ToFrame =
  | { readonly type: 'hello' }
  | { readonly type: 'open'; readonly opening: Opening }
  /** The view has the message, or the service the edit: the place is empty again. */
  | { readonly type: 'taken'; readonly place: string; readonly key: string }
  /** An edit that was not saved; `text` says why. Its words stay. */
  | { readonly type: 'refused'; readonly place: string; readonly key: string; readonly text: string }
  | { readonly type: 'people'; readonly search: string; readonly people: readonly MentionedPerson[] };

export type ToView =
  | { readonly type: 'ready' }
  | { readonly type: 'opened'; readonly place: string }
  /** The document has what the editor would lose; the place is not opened. */
  | { readonly type: 'unfit'; readonly place: string }
  | { readonly type: 'changed'; readonly place: string; readonly words: Words }
  /** `key` is made once for each message, so that a second press and a second try send nothing twice. */
  | { readonly type: 'send'; readonly place: string; readonly key: string; readonly words: Words }
  | { readonly type: 'leave'; readonly place: string }
  | { readonly type: 'edit-last'; readonly place: string }
  | { readonly type: 'find-people'; readonly search: string }
  /** Whether somebody attends to the end of the thread, where the frame stands. Nobody does before this is said. */
  | { readonly type: 'attending'; readonly isAttending: boolean };

interface Addressed {
  readonly version: 1;
  readonly module: string;
  /** Made by each frame when it loads. Empty in a `hello`, which is for whichever frame there is. */
  readonly frame: string;
}

export type Addressee = Omit<Addressed, 'version'>;

export function addressMessage<Message extends ToFrame | ToView>(
  { module, frame }: Addressee,
  message: Message,
): Addressed & { readonly message: Message } {
  return { version: 1, module, frame, message };
}

/** Longer than any place, key or search of ours. */
const longestName = 512;
/** In UTF-16 code units of JSON: more than any document that may be sent, so that too long a one can still be shortened. */
const longestWords = 1_000_000;
const mostPeople = 50;

/** An event for the frames of a module; null for anything else. */
export function parseToFrame(payload: unknown): (Addressee & { readonly message: ToFrame }) | null {
  return parse(payload, readToFrame);
}

/** An event for the view of a module; null for anything else. */
export function parseToView(payload: unknown): (Addressee & { readonly message: ToView }) | null {
  return parse(payload, readToView);
}

type Loose = Readonly<Record<string, unknown>>;

function parse<Message>(payload: unknown, read: (message: Loose) => Message | null) {
  if (!isRecord(payload) || payload['version'] !== 1) return null;
  const { module, frame, message } = payload;
  if (!isName(module) || !isName(frame) || !isRecord(message)) return null;
  const known = read(message);
  return known === null ? null : { module, frame, message: known };
}

function readToFrame({ type, place, key, text, search, people, opening }: Loose): ToFrame | null {
  switch (type) {
    case 'hello':
      return { type };
    case 'open': {
      const known = readOpening(opening);
      return known && { type, opening: known };
    }
    case 'taken':
      return isName(place) && isName(key) ? { type, place, key } : null;
    case 'refused':
      return isName(place) && isName(key) && typeof text === 'string' ? { type, place, key, text } : null;
    case 'people':
      return isName(search) && isListOfPeople(people) ? { type, search, people } : null;
    default:
      return null;
  }
}

function readToView({ type, place, key, words, search, isAttending }: Loose): ToView | null {
  switch (type) {
    case 'ready':
      return { type };
    case 'opened':
    case 'unfit':
    case 'leave':
    case 'edit-last':
      return isName(place) ? { type, place } : null;
    case 'changed':
      return isName(place) && isWords(words) ? { type, place, words } : null;
    case 'send':
      return isName(place) && isName(key) && key !== '' && isWords(words) ? { type, place, key, words } : null;
    case 'find-people':
      return isName(search) ? { type, search } : null;
    case 'attending':
      return typeof isAttending === 'boolean' ? { type, isAttending } : null;
    default:
      return null;
  }
}

function readOpening(opening: unknown): Opening | null {
  if (!isRecord(opening)) return null;
  const { place, words, isEdit, texts, language, enterSends, hasFocus, isCompact, isAmended } = opening;
  if (!isName(place) || !isWords(words) || !areTexts(texts) || !isName(language)) return null;
  if (typeof isEdit !== 'boolean' || typeof enterSends !== 'boolean') return null;
  if (typeof hasFocus !== 'boolean' || typeof isCompact !== 'boolean' || typeof isAmended !== 'boolean') return null;
  return { place, words, isEdit, texts, language, enterSends, hasFocus, isCompact, isAmended };
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestName;
}

function areTexts(value: unknown): value is FrameTexts {
  return isRecord(value) && frameTexts.every((name) => typeof value[name] === 'string');
}

/** What stands in the document is for the gate to judge; here it is one, and no flood. */
function isWords(value: unknown): value is Words {
  if (!isRecord(value)) return false;
  const { document, markdown } = value;
  if (typeof markdown !== 'string' || markdown.length > longestWords) return false;
  if (document === null) return true;
  if (!isRecord(document) || document['type'] !== 'doc' || document['version'] !== 1) return false;
  return Array.isArray(document['content']) && JSON.stringify(document).length <= longestWords;
}

function isListOfPeople(value: unknown): value is readonly MentionedPerson[] {
  if (!Array.isArray(value) || value.length > mostPeople) return false;
  return value.every((it) => isRecord(it) && isName(it['id']) && it['id'] !== '' && isName(it['name']));
}
