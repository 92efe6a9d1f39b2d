// The server's certificate that the appliance's own authority issues: made anew before it ends, and when the appliance gets a name or an address
// that it does not carry. Old addresses stay in it for a while, so that a box that goes to and fro between two networks changes nothing.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { invariant } from '../kit/invariant.ts';
import { type Authority, earliestMs, issue } from './authority.ts';
import type { CertificateKeeper } from './certificate-keeper.ts';
import { addressToBytes, isHostName, isPermitted } from './name-constraints.ts';
import { writePrivateFile } from './private-file.ts';
import { dayMs, type ServerCertificate } from './server-certificate.ts';

/** Browsers accept 398 days of anybody. */
const lifeMs = 397 * dayMs;
/** Devices' clocks are late sometimes. */
const startsBeforeMs = 2 * dayMs;
const renewBeforeMs = 60 * dayMs;
const mostNames = 40;

interface Issued extends ServerCertificate {
  /** As `canonical` writes them. */
  readonly names: readonly string[];
  readonly fromMs: number;
}

/** Throws the system's error when it cannot write, also from `check`. */
export function keepIssuedCertificate(
  folder: string,
  authority: Authority,
  nowMs: number,
  names: readonly string[],
): CertificateKeeper {
  const file = join(folder, 'server.pem');
  let current = readIssued(file, authority);

  function isGood(time: number, wanted: readonly string[]): boolean {
    if (!current || current.fromMs > time) return false;
    const { validToMs } = current;
    // Of an authority that ends soon nothing longer can be had.
    const isLastOne = validToMs >= authority.validToMs;
    return (time < validToMs - renewBeforeMs || isLastOne) && wanted.every((name) => current?.names.includes(name));
  }

  function renew(time: number, wanted: readonly string[]): Issued {
    const fromMs = Math.max(time - startsBeforeMs, earliestMs);
    const toMs = Math.min(fromMs + lifeMs, authority.validToMs);
    const all = [...new Set([...wanted, ...(current?.names ?? [])])].slice(0, Math.max(mostNames, wanted.length));
    const text = issue(authority, { fromMs, toMs }, all);
    writePrivateFile(file, text);
    return issuedOf(file, text);
  }

  function check(now: number, asked: readonly string[]): boolean {
    const time = Math.max(now, earliestMs);
    const wanted = asked.filter((name) => canCarry(name) && isPermitted(name, authority.constraints)).map(canonical);
    if (isGood(time, wanted)) return false;
    current = renew(time, wanted);
    return true;
  }

  check(nowMs, names);
  return {
    get current() {
      invariant(current, 'a certificate is issued at the start');
      return current;
    },
    check: (now, asked) => ({ kind: check(now, asked) ? 'renewed' : 'same' }),
  };
}

/** No scopes (`fe80::1%eth0`), no IPv4 within IPv6: nobody types them. */
function canCarry(name: string): boolean {
  const family = isIP(name);
  return family === 0 ? isHostName(name) : family === 4 || !/[%.]/.test(name);
}

/** One way of writing each address. */
function canonical(name: string): string {
  if (isIP(name) !== 6) return name;
  const hex = Buffer.from(addressToBytes(name)).toString('hex');
  return (hex.match(/.{4}/g) ?? []).join(':');
}

function issuedOf(file: string, text: string): Issued {
  const { subjectAltName = '', validFromDate, validToDate } = new X509Certificate(text);
  const names = subjectAltName.split(', ').map((each) => canonical(each.replace(/^(DNS|IP Address):/, '')));
  return {
    ...{ key: text, cert: text, keyFile: file, certFile: file },
    ...{ names, fromMs: validFromDate.getTime(), validToMs: validToDate.getTime() },
  };
}

/** Undefined for one that is damaged or of another authority: a new one costs nothing. */
function readIssued(file: string, authority: Authority): Issued | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const certificate = new X509Certificate(text);
    const isOurs =
      certificate.verify(authority.issuer.key.publicKey) && certificate.checkPrivateKey(createPrivateKey(text));
    return isOurs ? issuedOf(file, text) : undefined;
  } catch {
    return undefined;
  }
}
