/**
 * The address of a service: with no user, query or fragment, and no slash at its end. Whether http is one is for the
 * platform to say, which does not document it; a preview on one machine has nothing else.
 * @returns null for what is none
 */
export function parseAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^\s/?#@]+/i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const { origin, pathname, username, search, hash } = new URL(trimmed);
  return username === '' && search === '' && hash === '' ? `${origin}${pathname}`.replace(/\/+$/, '') : null;
}
