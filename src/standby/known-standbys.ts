// DATA/standbys.json: the standbys that a primary has, each with the hash of its token, and what was deleted since the first of them came.
// It is in no backup: who restores one makes standbys anew.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameSecret, sha256 } from '../access/secrets.ts';
import { StartError } from '../config/start-error.ts';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';

export interface Standby {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  /** What it alone may read is sealed with it (sealed.ts). */
  readonly key: string;
  readonly pairedAtMs: number;
  /** Where it was heard last; undefined before. */
  readonly address: StandbyAddress | undefined;
}

export interface StandbyAddress {
  readonly host: string;
  readonly port: number;
  readonly realtimePort: number;
  /** Of live connections by TLS, once it took over. */
  readonly secureRealtimePort?: number;
}

interface Kept {
  readonly version: 1;
  readonly standbys: readonly Standby[];
  readonly removed: readonly string[];
}

export interface KnownStandbys {
  readonly all: readonly Standby[];
  /** Ids of competitions. */
  readonly removed: readonly string[];
  add(name: string, key: string, nowMs: number): { readonly id: string; readonly token: string };
  /** Whose token it is. */
  find(token: string): Standby | undefined;
  moved(id: string, address: StandbyAddress): void;
  /** False where there is none. */
  forget(id: string): boolean;
  competitionRemoved(competition: string): void;
}

export function standbysFileIn(folder: string): string {
  return join(folder, 'standbys.json');
}

const nobody: Kept = { version: 1, standbys: [], removed: [] };

function read(path: string): Kept {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return nobody;
    throw error;
  }
  try {
    const kept: Partial<Kept> = JSON.parse(text);
    if (kept.version === 1 && Array.isArray(kept.standbys) && Array.isArray(kept.removed)) return kept as Kept;
  } catch (error) {
    throw damaged(path, error);
  }
  throw damaged(path);
}

function damaged(path: string, cause?: unknown): StartError {
  const words = `${path} is damaged. Move it away and start again: standbys are then to be begun anew.`;
  return new StartError('dataFolder', words, { cause });
}

/** Throws StartError, or the file system's error. */
export function openKnownStandbys(folder: string): KnownStandbys {
  const path = standbysFileIn(folder);
  let kept = read(path);

  function keep(next: Omit<Kept, 'version'>) {
    const fresh = { version: 1, ...next } as const;
    writeDurably(path, `${JSON.stringify(fresh, null, 2)}\n`);
    kept = fresh;
  }

  const isSameAddress = (one: StandbyAddress | undefined, other: StandbyAddress) =>
    one?.host === other.host &&
    one.port === other.port &&
    one.realtimePort === other.realtimePort &&
    one.secureRealtimePort === other.secureRealtimePort;

  return {
    get all() {
      return kept.standbys;
    },
    get removed() {
      return kept.removed;
    },
    add(name, key, nowMs) {
      const [id, token] = [randomBytes(6).toString('hex'), randomBytes(32).toString('base64url')];
      const fresh: Standby = { id, name, tokenHash: sha256(token), key, pairedAtMs: nowMs, address: undefined };
      keep({ ...kept, standbys: [...kept.standbys, fresh] });
      return { id, token };
    },
    find(token) {
      const hash = sha256(token);
      return kept.standbys.find(({ tokenHash }) => isSameSecret(tokenHash, hash));
    },
    moved(id, address) {
      if (kept.standbys.some((each) => each.id === id && isSameAddress(each.address, address))) return;
      keep({ ...kept, standbys: kept.standbys.map((each) => (each.id === id ? { ...each, address } : each)) });
    },
    forget(id) {
      const standbys = kept.standbys.filter((each) => each.id !== id);
      if (standbys.length === kept.standbys.length) return false;
      keep({ ...kept, standbys });
      return true;
    },
    competitionRemoved(competition) {
      if (kept.standbys.length > 0) keep({ ...kept, removed: [...kept.removed, competition] });
    },
  };
}
