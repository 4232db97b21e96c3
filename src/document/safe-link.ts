const allowed = new Set(['http:', 'https:', 'mailto:']);

/** Controls and spaces, which browsers leave out of an address before they read its scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g;

/** Whether an address may stand in a document: http, https and mailto only, absolute. `href` is untrusted. */
export function isSafeLink(href: string): boolean {
  const scheme = /^[^:/?#]*:/.exec(href.replace(ignoredByBrowsers, '').toLowerCase());
  return scheme !== null && allowed.has(scheme[0]);
}
