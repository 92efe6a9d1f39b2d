// What a root of ours may sign for: names and networks that mean nothing on the internet. Whoever steals its key can pretend to be something
// in a venue, never a bank (RFC 5280, 4.2.1.10).
import { BlockList, isIP } from 'node:net';

export interface Network {
  readonly address: string;
  readonly mask: string;
  readonly prefix: number;
}

export interface Constraints {
  /** Each with everything below it. */
  readonly names: readonly string[];
  readonly networks: readonly Network[];
}

/** Names that no registry gives away. */
const privateNames = ['local', 'localhost', 'lan', 'home', 'internal', 'home.arpa'];

/** RFC 1918, loopback, link-local, shared (RFC 6598); IPv6: loopback, unique local, link-local. */
const privateNetworks: readonly Network[] = [
  { address: '10.0.0.0', mask: '255.0.0.0', prefix: 8 },
  { address: '172.16.0.0', mask: '255.240.0.0', prefix: 12 },
  { address: '192.168.0.0', mask: '255.255.0.0', prefix: 16 },
  { address: '127.0.0.0', mask: '255.0.0.0', prefix: 8 },
  { address: '169.254.0.0', mask: '255.255.0.0', prefix: 16 },
  { address: '100.64.0.0', mask: '255.192.0.0', prefix: 10 },
  { address: '::1', mask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', prefix: 128 },
  { address: 'fc00::', mask: 'fe00::', prefix: 7 },
  { address: 'fe80::', mask: 'ffc0::', prefix: 10 },
];

/** `ownNames`: host names of this machine, which are the venue's own business. */
export function constraintsFor(ownNames: readonly string[]): Constraints {
  return { names: [...new Set([...privateNames, ...ownNames])], networks: privateNetworks };
}

/** Whether a root with these constraints may sign for the name. */
export function isPermitted(name: string, { names, networks }: Constraints): boolean {
  const family = isIP(name);
  if (family === 0) return names.some((each) => name === each || name.endsWith(`.${each}`));
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  for (const { address, prefix } of networks) {
    if (isIP(address) === family) list.addSubnet(address, prefix, kind);
  }
  return list.check(name, kind);
}

/** Host names that a certificate can carry. */
export function isHostName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}

/** 4 or 16 bytes. */
export function addressToBytes(address: string): Uint8Array {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':').map((each) => Number.parseInt(each, 16)) : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  return Buffer.from([...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]));
}
