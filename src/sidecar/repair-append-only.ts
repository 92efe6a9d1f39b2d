// Redis refuses to start with an append-only file that is damaged in the middle. The damaged bytes are put aside, whole; a copy is
// cut off at the damage, and where that does not help Redis starts empty: the archive has what was archived, and the journal is seeded.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Damage {
  /** Where the bytes are as they were found. */
  readonly keptIn: string;
  readonly outcome: 'cutOffAtTheDamage' | 'startedEmpty';
}

/** Redis 7 keeps a folder of files with a manifest, Redis 6 one file. */
const stores = ['appendonlydir', 'appendonly.aof'] as const;
const manifest = join('appendonlydir', 'appendonly.aof.manifest');
const checkMs = 120_000;

const signs = [
  /Bad file format reading the append only file/,
  /Unexpected end of file reading the append only file/,
  /(Invalid|wrong|error|Found).*AOF manifest|AOF manifest file/i,
  /AOF file .* (doesn't|does not) exist/,
  /Wrong signature|Wrong RDB checksum|RDB CRC error/,
  /Terminating server after rdb file reading failure/,
  /Error loading the RDB preamble|Can't handle RDB format/,
];

export function isAboutDamage(output: readonly string[]): boolean {
  return output.some((line) => signs.some((sign) => sign.test(line)));
}

/** `attempt` 0 tries to cut off, later ones start empty. Throws when the disk does not allow either; then all is as it was. */
export async function repairAppendOnly(
  folder: string,
  serverPath: string,
  now: number,
  attempt: number,
): Promise<Damage> {
  const store = stores.find((name) => existsSync(join(folder, name)));
  const keptIn = join(folder, `damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`);
  mkdirSync(keptIn, { recursive: true, mode: 0o700 });
  if (!store) return { keptIn, outcome: 'startedEmpty' };
  renameSync(join(folder, store), join(keptIn, store));
  if (attempt > 0) return { keptIn, outcome: 'startedEmpty' };
  try {
    cpSync(join(keptIn, store), join(folder, store), { recursive: true });
  } catch (error) {
    rmSync(join(folder, store), { recursive: true, force: true });
    renameSync(join(keptIn, store), join(folder, store));
    throw error;
  }
  if (await cutOff(serverPath, join(folder, store === 'appendonlydir' ? manifest : store))) {
    return { keptIn, outcome: 'cutOffAtTheDamage' };
  }
  rmSync(join(folder, store), { recursive: true, force: true });
  return { keptIn, outcome: 'startedEmpty' };
}

/** redis-check-aof is redis-server under another name; a server that does not know the trick refuses the arguments. */
function cutOff(serverPath: string, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(serverPath, ['--fix', file], {
      argv0: 'redis-check-aof',
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: checkMs,
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
    // It may have ended before it read the answer to its question.
    child.stdin.on('error', () => resolve(false));
    child.stdin.end('y\ny\ny\n');
  });
}
