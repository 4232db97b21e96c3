/**
 * The conversation that a link into the inbox names.
 * @param location the page's address as the platform's context has it: whole, or from its path on
 */
export function parseLocation(location: unknown): string | null {
  const query = typeof location === 'string' ? location.split('#')[0]?.split('?')[1] : undefined;
  const id = new URLSearchParams(query ?? '').get('conversation');
  return id !== null && /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : null;
}
