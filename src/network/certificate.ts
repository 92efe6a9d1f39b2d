// Certificates as RFC 5280 wants them, written by hand: a root of our own, and what it signs for this appliance. Two fixed forms and one kind of key
// (P-256), which every browser of the last ten years reads.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import {
  type Bytes,
  bits,
  explicit,
  implicit,
  integer,
  objectId,
  octets,
  sequence,
  set,
  tagged,
  time,
  utf8,
  yes,
} from './der.ts';
import { addressToBytes, type Constraints } from './name-constraints.ts';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface Issuer {
  /** The common name of its own certificate. */
  readonly name: string;
  readonly key: KeyPair;
}

export interface Validity {
  readonly fromMs: number;
  readonly toMs: number;
}

const organisation = 'Tenring';
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const ids = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  alternativeNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
};

export function createKeyPair(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

const attribute = (id: string, value: string) => set(sequence(objectId(id), utf8(value)));
const nameOf = (common: string) =>
  sequence(attribute(ids.organisation, organisation), attribute(ids.commonName, common));

function extension(id: string, critical: boolean, value: Bytes): Bytes {
  return sequence(objectId(id), ...(critical ? [yes] : []), octets(value));
}

const publicKeyDer = ({ publicKey }: KeyPair) => publicKey.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyPair) => createHash('sha256').update(publicKeyDer(key)).digest().subarray(0, 20);

/** GeneralName of RFC 5280: an address or a host name. */
function alternativeName(name: string): Bytes {
  return isIP(name) === 0 ? implicit(2, Buffer.from(name, 'ascii')) : implicit(7, addressToBytes(name));
}

function certify(
  subject: string,
  key: KeyPair,
  issuer: Issuer,
  validity: Validity,
  extensions: readonly Bytes[],
): Bytes {
  const version3 = explicit(0, integer(Buffer.from([2])));
  // Positive, and not zero in its first byte.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const content = sequence(
    version3,
    integer(serial),
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(time(validity.fromMs), time(validity.toMs)),
    nameOf(subject),
    publicKeyDer(key),
    explicit(3, sequence(...extensions)),
  );
  return sequence(content, ecdsaWithSha256, bits(sign('sha256', content, issuer.key.privateKey)));
}

/** A root that can sign for nothing but the names and addresses that it permits. DER. */
export function createRoot(authority: Issuer, validity: Validity, { names, networks }: Constraints): Bytes {
  const permitted = [
    ...names.map((name) => sequence(alternativeName(name))),
    ...networks.map(({ address, mask }) =>
      sequence(implicit(7, Buffer.concat([addressToBytes(address), addressToBytes(mask)]))),
    ),
  ];
  const certificateAndListSigning = bits(Buffer.from([0b0000_0110]), 1);
  return certify(authority.name, authority.key, authority, validity, [
    extension(ids.basicConstraints, true, sequence(yes, integer(Buffer.from([0])))),
    extension(ids.keyUsage, true, certificateAndListSigning),
    extension(ids.nameConstraints, true, sequence(tagged(0xa0, ...permitted))),
    extension(ids.subjectKey, false, octets(keyId(authority.key))),
  ]);
}

/** For a server under these host names and addresses. DER. */
export function createLeaf(
  subject: string,
  key: KeyPair,
  authority: Issuer,
  validity: Validity,
  names: readonly string[],
): Bytes {
  const digitalSignature = bits(Buffer.from([0b1000_0000]), 7);
  return certify(subject, key, authority, validity, [
    extension(ids.basicConstraints, true, sequence()),
    extension(ids.keyUsage, true, digitalSignature),
    extension(ids.extendedKeyUsage, false, sequence(objectId(ids.serverAuthentication))),
    extension(ids.alternativeNames, false, sequence(...names.map(alternativeName))),
    extension(ids.subjectKey, false, octets(keyId(key))),
    extension(ids.authorityKey, false, sequence(implicit(0, keyId(authority.key)))),
  ]);
}

export function toPem(der: Bytes): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
