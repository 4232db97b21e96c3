import { Box, Frame, Stack, useProductContext, xcss } from '@forge/react';
import React, { useEffect, useRef } from 'react';
import type { MentionedPerson, Opening, ToView, Words } from '../../definitions/composer';
import { useTexts } from '../shared/use-texts';
import { areSame } from './join-words';
import { PlainField } from './plain-field';
import type { ComposerFrame } from './use-composer-frame';
import { writeFrameTexts } from './write-frame-texts';

/** Whoever types in the plain field is left in peace until they rest for so long. */
const restMs = 1_000;

const shownBox = xcss({ overflow: 'visible' });
// Laid out and not hidden: a frame that has no width does not know its height.
const waitingBox = xcss({ height: '0px', overflow: 'hidden' });

/** What stands at one place: a new message of a conversation, or an edit in it. Its name is its own among all of the view. */
export interface WritingAt {
  readonly place: string;
  readonly isEdit: boolean;
  /** Whether who opened it goes on by writing there. */
  readonly takesFocus: boolean;
  readonly words: () => Words;
  readonly keep: (words: Words) => void;
  /** Resolves with why it was not taken, as a sentence; null once it is. A key that was sent before is not sent again. */
  readonly send: (message: { readonly words: Words; readonly key: string }) => Promise<string | null>;
  readonly leave: () => void;
  readonly editLast: () => void;
  /** The editor cannot hold all of the document that was to be edited. */
  readonly refuse: () => void;
}

interface Props {
  readonly frame: ComposerFrame;
  readonly at: WritingAt;
  /** What to call who reads it. */
  readonly name: string;
  readonly findPeople: (search: string) => Promise<readonly MentionedPerson[]>;
  readonly enterSends: boolean;
  readonly isFirst?: boolean;
  readonly isCompact?: boolean;
}

/**
 * Where one writes: the page in the Frame, and until that stands the plain field, with the same words. It stays mounted
 * while conversations are changed, since a frame that is drawn anew loads anew.
 */
export const Composer = ({ frame, at, name, findPeople, enterSends, isFirst = false, isCompact = false }: Props) => {
  const t = useTexts();
  const language = useProductContext()?.locale ?? '';
  const known = useRef(new Map<string, WritingAt>());
  const sent = useRef(new Map<string, Promise<string | null>>());
  const plain = useRef({ hasFocus: false, typedAt: 0 });
  const last = useRef<{ place: string; isEdit: boolean } | null>(null);
  known.current.set(at.place, at);
  const { ready, isStanding } = frame;

  const open = (): void => {
    const isOther = last.current?.place !== at.place;
    const comesBack = isOther && last.current?.isEdit === true;
    last.current = { place: at.place, isEdit: at.isEdit };
    const opening: Opening = {
      place: at.place,
      words: at.words(),
      isEdit: at.isEdit,
      texts: writeFrameTexts(t, { name, isEdit: at.isEdit, enterSends }),
      language: language.replace('_', '-'),
      enterSends,
      hasFocus: plain.current.hasFocus || (isOther && (at.takesFocus || comesBack || isFirst)),
      isCompact,
      isAmended: !isStanding && !isOther,
    };
    frame.open(opening, () => isWhole(opening));
  };
  const latest = useRef({ open, isStanding });
  latest.current = { open, isStanding };
  /** Whoever came to the plain field, or typed there, after the frame was told to open goes on in the frame. */
  const isWhole = ({ place, words, hasFocus }: Opening): boolean => {
    const there = known.current.get(place);
    const isLeftBehind = plain.current.hasFocus && !hasFocus;
    if (latest.current.isStanding || there === undefined || (!isLeftBehind && areSame(there.words(), words)))
      return true;
    latest.current.open();
    return false;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened is read when there is a frame and a place for it.
  useEffect(() => {
    if (ready === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const openAtRest = (): void => {
      const rest = plain.current.typedAt + restMs - Date.now();
      if (plain.current.hasFocus && rest > 0) timer = setTimeout(openAtRest, rest);
      else open();
    };
    openAtRest();
    return () => clearTimeout(timer);
  }, [ready, at.place, name, language, enterSends, isCompact]);
  useEffect(() => {
    if (isStanding) plain.current = { hasFocus: false, typedAt: 0 };
  }, [isStanding]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when it goes.
  useEffect(() => () => frame.close(), []);

  const hear = async (message: ToView): Promise<void> => {
    if (message.type === 'ready' || message.type === 'opened' || message.type === 'attending') return;
    if (message.type === 'find-people') {
      const { search } = message;
      frame.tell({ type: 'people', search, people: await findPeople(search) });
      return;
    }
    const { place } = message;
    const there = known.current.get(place);
    if (there === undefined) return;
    if (message.type === 'changed') there.keep(message.words);
    else if (message.type === 'leave') there.leave();
    else if (message.type === 'edit-last') there.editLast();
    else if (message.type === 'unfit') there.refuse();
    else {
      const { key, words } = message;
      const outcome = sent.current.get(key) ?? there.send({ words, key });
      sent.current.set(key, outcome);
      const text = await outcome;
      // An edit that was refused may be tried again under its key.
      if (text !== null) sent.current.delete(key);
      frame.tell(text === null ? { type: 'taken', place, key } : { type: 'refused', place, key, text });
    }
  };
  frame.listen((message) => void hear(message));

  const words = at.words();
  return (
    <Stack>
      {isStanding || at.isEdit ? null : (
        <PlainField
          key={at.place}
          name={name}
          draft={words.markdown}
          onDraft={(text) => {
            plain.current.typedAt = Date.now();
            at.keep({ document: null, markdown: text });
          }}
          onFocus={(hasFocus) => {
            plain.current.hasFocus = hasFocus;
          }}
          onSend={({ text, key }) => {
            // What Markdown cannot hold is sent as it was written, unless it was changed here.
            const isUntouched = text === words.markdown && words.document !== null;
            void at.send({ words: isUntouched ? words : { document: null, markdown: text }, key });
          }}
          isFirst={isFirst || at.takesFocus}
          isCompact={isCompact}
        />
      )}
      <Box xcss={isStanding ? shownBox : waitingBox}>
        <Frame resource="composer" />
      </Box>
    </Stack>
  );
};
