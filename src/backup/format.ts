// The backup file's outside: README.md beside is its description. What stands first and last in it is the same in every version, so that any
// Tenring can say whether a file is whole before it asks whether it understands it.
import { isRecord } from './is-record.ts';

export const formatVersion = 1;
/** As PNG's: a byte that is no text, and line ends that a transfer as text would change. */
export const magic = Buffer.from([0x8a, 0x54, 0x4e, 0x52, 0x47, 0x0d, 0x0a, 0x1a]);
export const endMark = Buffer.from('TNRGEND\n');
export const hashBytes = 32;
export const trailerBytes = hashBytes + endMark.length;
/** Magic, version, length of the manifest. */
export const fixedHeadBytes = magic.length + 8;
const longestManifestBytes = 16 * 1024 * 1024;

export const fileExtension = '.tenring';
/** Who may log in, and what devices trust (src/network/authority.ts): in no backup of one event, which may be given to others. */
export const secretNames = ['access.json', 'tls/authority.pem'] as const;
export const memberNames = ['tenring.db', ...secretNames] as const;
export type MemberName = (typeof memberNames)[number];

export interface Member {
  readonly name: MemberName;
  /** As it is in the data folder, unpacked. */
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface BackedUpCompetition {
  readonly id: string;
  readonly name: string;
  /** Of its stream when the backup was made; empty when nothing ran. */
  readonly epoch: string;
  /** How many facts: they are numbered from 1. */
  readonly seq: number;
  /** SHA-256 of its last record, which covers all before it (src/journal/record-chain.ts). */
  readonly head: string;
}

/** As it stands in front, written before anybody knew what the tail would bring. */
export interface FrontManifest {
  /** Tenring's version. */
  readonly tenring: string;
  /** ms since 1970. */
  readonly madeAt: number;
  /** Name of the machine. */
  readonly node: string;
  /** Of one event there are no secrets. */
  readonly scope: 'everything' | 'event';
  /** The shape of the database's tables (PRAGMA user_version). */
  readonly shape: number;
  /** As they are in the archive that is the first member. */
  readonly competitions: readonly BackedUpCompetition[];
  readonly members: readonly Member[];
}

/** Of the whole file: its competitions with what the tail brings (tail-format.ts). */
export interface Manifest extends FrontManifest {
  /** ms since 1970: whatever was acknowledged by then is in the file. */
  readonly completeAt: number;
}

export type BackupProblem = 'unreadable' | 'notABackup' | 'truncated' | 'damaged' | 'newer';

/** Why a file is not taken as a backup; the message is for a person. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

export function encodeHead(manifest: FrontManifest): Buffer {
  const json = Buffer.from(JSON.stringify(manifest));
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(formatVersion, 0);
  numbers.writeUInt32LE(json.length, 4);
  return Buffer.concat([magic, numbers, json]);
}

export interface FixedHead {
  readonly version: number;
  readonly manifestBytes: number;
}

/** Undefined for what does not begin as a backup does. */
export function readFixedHead(bytes: Buffer): FixedHead | undefined {
  if (bytes.length < fixedHeadBytes || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  return { version: bytes.readUInt32LE(magic.length), manifestBytes: bytes.readUInt32LE(magic.length + 4) };
}

export function isManifestLength(bytes: number): boolean {
  return bytes > 0 && bytes <= longestManifestBytes;
}

/** Undefined for what is no manifest of this version. */
export function parseManifest(json: Buffer): FrontManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is FrontManifest {
  if (!isRecord(value)) return false;
  const { tenring, madeAt, node, scope, shape, competitions, members } = value;
  return (
    [tenring, node].every((each) => typeof each === 'string') &&
    [madeAt, shape].every(isCount) &&
    (scope === 'everything' || scope === 'event') &&
    Array.isArray(competitions) &&
    competitions.every(isBackedUpCompetition) &&
    Array.isArray(members) &&
    members.every(isMember) &&
    isMemberList(members.map(({ name }) => name))
  );
}

/** The archive always, each at most once, in the order of the table. */
function isMemberList(names: readonly MemberName[]): boolean {
  const inOrder = memberNames.filter((name) => names.includes(name));
  return (
    names.includes('tenring.db') && names.length === inOrder.length && names.every((name, at) => name === inOrder[at])
  );
}

export function isBackedUpCompetition(value: unknown): value is BackedUpCompetition {
  if (!isRecord(value)) return false;
  return (
    [value.id, value.name, value.epoch, value.head].every((each) => typeof each === 'string') && isCount(value.seq)
  );
}

function isMember(value: unknown): value is Member {
  if (!isRecord(value)) return false;
  const isKnown = memberNames.some((name) => name === value.name);
  return isKnown && isCount(value.bytes) && typeof value.sha256 === 'string' && /^[0-9a-f]{64}$/.test(value.sha256);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
