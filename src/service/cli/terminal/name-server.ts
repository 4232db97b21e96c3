/** Where the messages are on a server, without user and password, which may stand before the host or among the parameters. */
export function nameServer(address: string): string {
  const { host, pathname } = new URL(address);
  return `PostgreSQL at ${decodeURIComponent(host) || 'its local socket'}${pathname}`;
}
