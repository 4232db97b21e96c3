/**
 * `Retry-After` in seconds; null where there is none. Its other form, a date, is used neither by the service nor by
 * Jira and counts as absent. RFC 9110, 10.2.3.
 */
export function parseRetryAfter(headers: { get(name: string): string | null }): number | null {
  const value = headers.get('Retry-After');
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
}
