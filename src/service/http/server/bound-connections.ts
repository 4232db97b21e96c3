import { BlockList, isIPv6, type Server, type Socket } from 'node:net';

interface Bounds {
  /** Connections in all. */
  readonly most: number;
  /** Of one address; 0 is no limit. */
  readonly mostOfAddress: number;
  /** Whose connections are those of many; as the configuration has them. */
  readonly trustedProxies: readonly string[];
  /** Told of each connection that was closed unanswered. */
  readonly onRefused: () => void;
}

/** Bounds the connections that are open at once, in all and of one address. One more is closed unanswered. */
export function boundConnections(server: Server, { most, mostOfAddress, trustedProxies, onRefused }: Bounds): void {
  server.maxConnections = most;
  server.on('drop', onRefused);
  if (mostOfAddress === 0) return;
  const proxies = listProxies(trustedProxies);
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
    if (address === '' || proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return;
    const network = nameNetwork(address);
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
    if (count <= mostOfAddress) return;
    onRefused();
    socket.destroy();
  });
}

/** Whoever has an address of IPv6 has its network of 64 bits (RFC 6177), and as many addresses as they like. */
export function nameNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

function listProxies(trusted: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of trusted) {
    if (entry === 'loopback') {
      proxies.addSubnet('127.0.0.0', 8, 'ipv4');
      proxies.addAddress('::1', 'ipv6');
      continue;
    }
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}
