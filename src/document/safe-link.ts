import { readScheme } from './address-scheme';

const allowed: ReadonlySet<string | null> = new Set(['http:', 'https:', 'mailto:']);

export const safeLinkRule = 'must be an http, https or mailto address';

/** Whether an address may stand in a document: http, https and mailto only, absolute. `href` is untrusted. */
export function isSafeLink(href: string): boolean {
  return allowed.has(readScheme(href));
}
