// This appliance's own certificate authority: one file in DATA/tls, made on first use and never replaced behind anybody's back, because every
// tablet that trusts it would have to be walked through trusting the next one.
import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyPair, createLeaf, createRoot, type Issuer, type KeyPair, toPem } from './certificate.ts';
import { type Constraints, constraintsFor } from './name-constraints.ts';
import { writePrivateFile } from './private-file.ts';
import { CertificateError, dayMs } from './server-certificate.ts';

export interface Authority {
  readonly issuer: Issuer;
  readonly constraints: Constraints;
  readonly der: Uint8Array;
  readonly pem: string;
  /** SHA-256 in pairs of hex digits: `3F:2A:…`. */
  readonly fingerprint: string;
  readonly validToMs: number;
}

const rootYears = 10;
/**
 * No clock of this program shows less: a machine without a battery for its clock starts in 1970, and what it would make then is out of date
 * as soon as it knows the time. All roots are valid from then on, so that none is ever "not yet valid".
 */
export const earliestMs = Date.parse('2026-11-01T00:00:00Z');

const namesLine = /^Names: (.*)$/m;

export const tlsFolderIn = (dataFolder: string) => join(dataFolder, 'tls');
export const authorityFile = (folder: string) => join(folder, 'authority.pem');

/** Throws CertificateError when there is a file that cannot be used, and the system's error when it cannot be written. */
export function openAuthority(folder: string, nowMs: number, ownNames: readonly string[]): Authority {
  const file = authorityFile(folder);
  return existsSync(file) ? readAuthority(file) : makeAuthority(file, Math.max(nowMs, earliestMs), ownNames);
}

function makeAuthority(file: string, nowMs: number, ownNames: readonly string[]): Authority {
  const key = createKeyPair();
  const mark = createHash('sha256')
    .update(key.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  // Devices list it under this name: the mark tells two appliances apart.
  const issuer = { name: `Tenring ${mark.slice(0, 4).toUpperCase()}`, key };
  const constraints = constraintsFor(ownNames);
  const validity = { fromMs: earliestMs, toMs: nowMs + rootYears * 365.25 * dayMs };
  const pem = toPem(createRoot(issuer, validity, constraints));
  const head = `Certificate authority of this Tenring, for its own network only. Keep it to yourself.\nNames: ${ownNames.join(' ')}\n`;
  writePrivateFile(file, `${head}${pem}${privatePem(key)}`);
  return readAuthority(file);
}

function readAuthority(file: string): Authority {
  try {
    const text = readFileSync(file, 'utf8');
    const certificate = new X509Certificate(text);
    const privateKey = createPrivateKey(text);
    if (!certificate.ca || !certificate.checkPrivateKey(privateKey)) throw new Error('key and certificate differ');
    const names = namesLine.exec(text)?.[1]?.split(' ').filter(Boolean) ?? [];
    const name = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '';
    return {
      issuer: { name, key: { privateKey, publicKey: createPublicKey(privateKey) } },
      constraints: constraintsFor(names),
      der: certificate.raw,
      pem: toPem(certificate.raw),
      fingerprint: certificate.fingerprint256,
      validToMs: certificate.validToDate.getTime(),
    };
  } catch (cause) {
    throw new CertificateError(
      `The certificate authority in ${file} cannot be used. Take it from a backup; or delete it, and trust the new one on every device.`,
      { cause },
    );
  }
}

const privatePem = ({ privateKey }: KeyPair) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Key and certificate in one text, as they are kept. */
export function issue(
  authority: Authority,
  validity: { fromMs: number; toMs: number },
  names: readonly string[],
): string {
  const key = createKeyPair();
  return toPem(createLeaf('Tenring', key, authority.issuer, validity, names)) + privatePem(key);
}
