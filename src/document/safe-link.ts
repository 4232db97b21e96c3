export const safeLinkRule = 'must be an http, https or mailto address';

/**
 * Whether an address may stand in a document: http, https and mailto only, absolute. Controls and blanks before it, which
 * browsers leave out, do no harm; a character within the scheme that nobody sees makes it another's. `href` is untrusted.
 */
export function isSafeLink(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  return /^[\u0000-\u0020]*(?:https?|mailto):/i.test(href);
}
