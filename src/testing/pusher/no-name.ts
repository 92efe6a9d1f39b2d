// Loaded into an appliance before its own code: while there is a file with this name, no name is known to any name server.
import dns from 'node:dns';
import { existsSync } from 'node:fs';

const { NAMES_UNKNOWN_WHILE: file } = process.env;
const { lookup } = dns;

/** What `net` asks for the address of a name; only its last argument is looked at. */
function lookupUnless(...asked: unknown[]): void {
  const tell = asked.at(-1);
  if (file === undefined || !existsSync(file) || typeof tell !== 'function') Reflect.apply(lookup, dns, asked);
  else setImmediate(() => tell(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })));
}

Object.assign(dns, { lookup: lookupUnless });
