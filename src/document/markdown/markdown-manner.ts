import { guard } from './markdown-guard';

/** A way to write the inside of a paragraph as Markdown. */
export interface Manner {
  readonly escapeText: (text: string) => string;
  readonly address: (href: string) => string;
  /** Whether a link that says its own address is written without brackets. */
  readonly hasBareLinks: boolean;
  /** What stands on both sides of a mark's delimiter, and where a line begins or ends with a blank. */
  readonly guard: string;
}

const plain = { address: (href: string) => href, hasBareLinks: true, guard: '' };

/** As people type it. Right where nothing in it reads as something else. */
const asTyped: Manner = { ...plain, escapeText: (text) => text };

/** With a backslash where a text would most often read as Markdown. */
const escaped: Manner = {
  ...plain,
  escapeText: (text) =>
    text
      .replace(/[\\`*_[\]<>~#|]|!$/g, '\\$&')
      .replace(/^[-+]/gm, '\\$&')
      .replace(/^(\d+)([.)])/gm, '$1\\$2'),
};

/** Right for every text and every order of marks: no character is left that could be taken for another's delimiter. */
const guarded: Manner = {
  escapeText: (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  address: (href) => `<${href.replace(/[\\<>&]/g, '\\$&')}>`,
  hasBareLinks: false,
  guard,
};

/** The easiest to read first; the last one is always right. */
export const manners: readonly [Manner, Manner, Manner] = [asTyped, escaped, guarded];
