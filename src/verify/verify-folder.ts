// A data folder proved whole, with nothing in it changed. One that is in use is read beside the appliance; one that is not is copied first,
// because SQLite leaves files of its own beside whatever it opens.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Flaw } from '../archive/competition-proof.ts';
import { keepStill } from '../archive/still-folder.ts';
import { type ArchiveProof, type ReadTails, verifyArchive } from '../archive/verify-archive.ts';
import { copyJournal, hasJournal, JournalNotReadError, readCopiedTails, readRunningTails } from './read-tails.ts';

export interface FolderProof extends ArchiveProof {
  readonly isRunning: boolean;
  /** Why facts that are not archived yet were not looked at; undefined when they were, or there are none. */
  readonly notLookedAt: string | undefined;
}

export const archiveName = 'tenring.db';

/** Rejects with ArchiveFileError, or the file system's error. */
export async function verifyFolder(folder: string): Promise<FolderProof> {
  const stillness = keepStill(folder);
  if (stillness.kind === 'inUse') return verifyRunning(folder);
  const scratch = mkdtempSync(join(tmpdir(), 'tenring-verify-'));
  try {
    try {
      copyStill(folder, scratch);
    } finally {
      stillness.release();
    }
    return await verifyCopy(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function verifyRunning(folder: string): Promise<FolderProof> {
  const tails = createTolerantTails((ends) => readRunningTails(folder, ends));
  const none: ReadTails = async () => new Map();
  const isOwn = hasJournal(folder);
  const proof = await verifyArchive(join(folder, archiveName), isOwn ? tails.read : none);
  const elsewhere = 'they are in a Redis elsewhere';
  return { ...proof, isRunning: true, notLookedAt: isOwn ? tails.why() : elsewhere };
}

function copyStill(folder: string, scratch: string): void {
  for (const name of [archiveName, `${archiveName}-wal`]) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(scratch, name));
  }
  if (hasJournal(folder)) copyJournal(folder, scratch);
}

async function verifyCopy(scratch: string): Promise<FolderProof> {
  const flaws: Flaw[] = [];
  const tails = createTolerantTails(async (ends) => {
    if (!hasJournal(scratch)) return new Map();
    const damaged = () => {
      const why = 'the append-only file of Redis is damaged: what is beyond the damage was not looked at';
      flaws.push({ problem: 'file', competition: undefined, fact: undefined, why });
    };
    return readCopiedTails(scratch, ends, damaged);
  });
  const proof = await verifyArchive(join(scratch, archiveName), tails.read);
  return { ...proof, flaws: [...proof.flaws, ...flaws], isRunning: false, notLookedAt: tails.why() };
}

/** A journal that cannot be read leaves the archive to be proved, and is told. */
function createTolerantTails(read: ReadTails): { readonly read: ReadTails; why(): string | undefined } {
  let why: string | undefined;
  return {
    read: async (ends) => {
      try {
        return await read(ends);
      } catch (error) {
        if (!(error instanceof JournalNotReadError)) throw error;
        why = error.message;
        return new Map();
      }
    },
    why: () => why,
  };
}
