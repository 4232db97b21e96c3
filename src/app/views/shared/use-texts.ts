import { useProductContext, useTranslation } from '@forge/react';
// A type only: the bundler turns the file itself into an asset, which the platform serves by locale.
import type english from '../../../../locales/en-US.json';
import { fillText, type TextValues } from './fill-text';
import { formatClock } from './format-time';

export type TextKey = keyof typeof english;
/** A moment among the values is written as the reader's clock shows it. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number | Date>>) => string;

/** The views' texts in the reader's language, with `{name}` places filled in. */
export function useTexts(): Texts {
  const { t } = useTranslation();
  const { locale, timezone } = useProductContext() ?? {};
  const write = (value: string | number | Date) =>
    value instanceof Date ? formatClock(value, locale, timezone) : value;
  return (key, values) => {
    const written: TextValues | undefined =
      values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));
    return fillText(t(key), written);
  };
}
