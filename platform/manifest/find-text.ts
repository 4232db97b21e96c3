import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from './app-manifest';

/** A text of the manifest: as it stands, or looked up in the fallback language. An unknown key shows as itself, as in Jira. */
export function findText(
  text: string | { readonly i18n: string },
  translations: Translations | null,
  root: string,
): string {
  if (typeof text === 'string') return text;
  const file = translations?.files[translations.fallback.default];
  if (file === undefined) return text.i18n;
  const texts: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return lookUp(texts, text.i18n) ?? text.i18n;
}

/** Forge's translation files are nested or flat: `panel.title` may be two levels or one key. */
function lookUp(texts: unknown, key: string): string | undefined {
  const flat = (texts as Record<string, unknown>)[key];
  if (typeof flat === 'string') return flat;
  const found = key
    .split('.')
    .reduce<unknown>((level, part) => (level as Record<string, unknown> | undefined)?.[part], texts);
  return typeof found === 'string' ? found : undefined;
}
