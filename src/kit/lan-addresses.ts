// The addresses under which others on the venue's network reach this machine.
import { networkInterfaces } from 'node:os';

const privateRanges = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

function placeOf(address: string): number {
  const index = privateRanges.findIndex((range) => range.test(address));
  return index === -1 ? privateRanges.length : index;
}

const bridge = /^(docker|br-|veth|virbr|tun|tap)/;

/** IPv4 addresses of this machine, those of a home or venue network first. Containers' bridges come last. */
export function lanAddresses(interfaces = networkInterfaces()): readonly string[] {
  const found: { address: string; place: number }[] = [];
  for (const [name, addresses] of Object.entries(interfaces)) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family !== 'IPv4' || internal || address.startsWith('169.254.')) continue;
      found.push({ address, place: placeOf(address) + (bridge.test(name) ? 10 : 0) });
    }
  }
  return found.sort((a, b) => a.place - b.place).map(({ address }) => address);
}

/** The network interfaces that have one of these addresses, without containers' bridges. */
export function interfacesWith(addresses: readonly string[], interfaces = networkInterfaces()): readonly string[] {
  return Object.entries(interfaces).flatMap(([name, found]) =>
    !bridge.test(name) && found?.some(({ address }) => addresses.includes(address)) ? [name] : [],
  );
}

/** Whether only this machine itself reaches what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Origins of an appliance that listens on `host`, best first; loopback when there is no network. */
export function originsOf(
  host: string,
  port: number,
  addresses = lanAddresses(),
  scheme: 'http' | 'https' = 'http',
): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const hosts = everywhere ? addresses : [host];
  return (hosts.length > 0 ? hosts : ['127.0.0.1']).map((each) => originOf(each, port, scheme));
}

export function originOf(host: string, port: number, scheme: 'http' | 'https' = 'http'): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
