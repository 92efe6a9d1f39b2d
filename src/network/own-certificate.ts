// An organiser's own certificate: two files, checked before they are used, and looked at again whenever they change, so that whatever renews
// them need not tell anybody.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { CertificateKeeper } from './certificate-keeper.ts';
import { CertificateError, formatDay, type ServerCertificate } from './server-certificate.ts';

export interface CertificatePaths {
  readonly certFile: string;
  readonly keyFile: string;
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const why =
      code === 'ENOENT' ? 'is not there' : code === 'EACCES' ? 'may not be read by Tenring' : 'cannot be read';
    throw new CertificateError(`The ${what} ${file} ${why}.`, { cause });
  }
}

function readKey(text: string, file: string): KeyObject {
  if (/^-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text))
    throw new CertificateError(
      `The key ${file} is locked with a password. Unlock it first: openssl pkey -in ${file} -out unlocked.key`,
    );
  try {
    return createPrivateKey(text);
  } catch (cause) {
    throw new CertificateError(`The key ${file} is not a private key in PEM form.`, { cause });
  }
}

function readCertificate(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new CertificateError(`The certificate ${file} is not a certificate in PEM form.`, { cause });
  }
}

/** Throws CertificateError with a sentence for the person. */
export function readOwnCertificate({ certFile, keyFile }: CertificatePaths, nowMs: number): ServerCertificate {
  const cert = readText(certFile, 'certificate');
  const key = readText(keyFile, 'key');
  const certificate = readCertificate(cert, certFile);
  const privateKey = readKey(key, keyFile);
  if (!certificate.checkPrivateKey(privateKey))
    throw new CertificateError(`The key ${keyFile} does not belong to the certificate ${certFile}.`);
  const from = certificate.validFromDate.getTime();
  const to = certificate.validToDate.getTime();
  if (nowMs >= to) throw new CertificateError(`The certificate ${certFile} has expired on ${formatDay(to)}.`);
  if (nowMs < from)
    throw new CertificateError(
      `The certificate ${certFile} is valid from ${formatDay(from)} only. Is the clock right?`,
    );
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new CertificateError(`The certificate ${certFile} cannot be used: ${String(cause)}.`, { cause });
  }
  return { cert, key, certFile, keyFile, validToMs: to };
}

/** What changes when a file is written, or a link to it is bent to another one. */
function markOf({ certFile, keyFile }: CertificatePaths): string {
  return [certFile, keyFile]
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((found) => (found ? `${found.ino}/${found.size}/${found.mtimeMs}` : 'gone'))
    .join(' ');
}

/** Throws CertificateError at the start; later, what cannot be used is told once and the certificate before it stays. */
export function keepOwnCertificate(paths: CertificatePaths, nowMs: number): CertificateKeeper {
  let mark = markOf(paths);
  let current = readOwnCertificate(paths, nowMs);
  return {
    get current() {
      return current;
    },
    check(now) {
      const found = markOf(paths);
      if (found === mark) return { kind: 'same' };
      mark = found;
      try {
        const next = readOwnCertificate(paths, now);
        const isSame = next.cert === current.cert && next.key === current.key;
        current = next;
        return { kind: isSame ? 'same' : 'renewed' };
      } catch (error) {
        if (!(error instanceof CertificateError)) throw error;
        return { kind: 'refused', why: error.message };
      }
    },
  };
}
