/** What browsers leave out of an address before they read its scheme, and what nobody sees in one. */
const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** The scheme that an address may be taken for: in lower case and with its colon, e.g. `https:`. Null without one. */
export function readScheme(address: string): string | null {
  return /^[^:/?#]*:/.exec(address.replace(unseen, '').toLowerCase())?.[0] ?? null;
}
