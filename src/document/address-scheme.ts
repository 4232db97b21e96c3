/** Controls and spaces, which browsers leave out of an address before they read its scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g;

/** The scheme of an address as a browser reads it: in lower case and with its colon, e.g. `https:`. Null without one. */
export function readScheme(address: string): string | null {
  return /^[^:/?#]*:/.exec(address.replace(ignoredByBrowsers, '').toLowerCase())?.[0] ?? null;
}
