import { useTranslation } from '@forge/react';
// A type only: the bundler turns the file itself into an asset, which the platform serves by locale.
import type english from '../../../../locales/en-US.json';
import { fillText, type TextValues } from './fill-text';

export type TextKey = keyof typeof english;
export type Texts = (key: TextKey, values?: TextValues) => string;

/** The views' texts in the reader's language, with `{name}` places filled in. */
export function useTexts(): Texts {
  const { t } = useTranslation();
  return (key, values) => fillText(t(key), values);
}
