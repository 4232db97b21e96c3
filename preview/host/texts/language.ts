import { createContext, useContext } from 'react';
import { english, type Texts } from './english';
import { german } from './german';
import { japanese } from './japanese';

/** A language of the page, as Jira writes its locales. */
export const languages = ['en_US', 'de_DE', 'ja_JP'] as const;
export type Language = (typeof languages)[number];

/** Each in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  en_US: 'English',
  de_DE: 'Deutsch',
  ja_JP: '日本語',
};

const textsOf: Readonly<Record<Language, Texts>> = { en_US: english, de_DE: german, ja_JP: japanese };
const languageKey = 'aside-preview.language';

export const LanguageContext = createContext<Language>('en_US');

/** As the web writes it: `en-US`. */
export const tagOf = (language: Language): string => language.replace('_', '-');

/** The words of this tab's language. */
export function useTexts(): Texts {
  return textsOf[useContext(LanguageContext)];
}

/** `{0}`, `{1}` … replaced by what is given, in that order. */
export function fill(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_whole, index: string) => values[Number(index)] ?? '');
}

/** From `?lang=`, which is taken out of the address, else as this browser had it before, else English. */
export function openLanguage(): Language {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get('lang');
  if (asked !== null) {
    address.searchParams.delete('lang');
    window.history.replaceState(window.history.state, '', address);
  }
  const name = asked ?? window.localStorage.getItem(languageKey) ?? '';
  const found = languages.find((language) => language === name || language.slice(0, 2) === name) ?? 'en_US';
  keepLanguage(found);
  return found;
}

export function keepLanguage(language: Language): void {
  window.localStorage.setItem(languageKey, language);
  document.documentElement.lang = language.slice(0, 2);
}
