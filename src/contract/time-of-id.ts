/** When a message was sent: the first 48 bits of its id, a UUIDv7, are milliseconds since 1970 (RFC 9562, 5.7). ISO 8601. */
export function timeOfId(id: string): string {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
}
