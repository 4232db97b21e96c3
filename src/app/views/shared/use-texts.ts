import { useProductContext, useTranslation } from '@forge/react';
// A type only: the bundler turns the file itself into an asset, which the platform serves by locale.
import type english from '../../../../locales/en-US.json';
import { fillText, type TextValues } from './fill-text';
import { formatNumber } from './format-number';
import { formatClock } from './format-time';

export type TextKey = keyof typeof english;
/** Among the values a moment is written as the reader's clock shows it, and a number in the groups of their language. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number | Date>>) => string;

/** The views' texts in the reader's language, with `{name}` places filled in. */
export function useTexts(): Texts {
  const { t } = useTranslation();
  const { locale, timezone } = useProductContext() ?? {};
  const write = (value: string | number | Date) => {
    if (value instanceof Date) return formatClock(value, locale, timezone);
    return typeof value === 'number' ? formatNumber(value, locale) : value;
  };
  return (key, values) => {
    const written: TextValues | undefined =
      values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));
    return fillText(t(key), written);
  };
}
