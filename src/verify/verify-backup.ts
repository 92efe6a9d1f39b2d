// A backup file proved whole: its checksums, then its archive and its tail fact by fact, and that all say what its description says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Flaw } from '../archive/competition-proof.ts';
import { type ArchiveProof, verifyArchive } from '../archive/verify-archive.ts';
import type { Manifest } from '../backup/format.ts';
import { checkBackup, unpackBackup } from '../backup/read-backup.ts';
import { collectTail } from '../backup/read-tail.ts';
import { archiveName } from './verify-folder.ts';

export interface BackupProof extends ArchiveProof {
  readonly manifest: Manifest;
}

/** Rejects with BackupFileError, ArchiveFileError, or the file system's error. */
export async function verifyBackup(path: string): Promise<BackupProof> {
  const backup = await checkBackup(path);
  const { manifest } = backup;
  const scratch = mkdtempSync(join(tmpdir(), 'tenring-verify-'));
  try {
    await unpackBackup(backup, scratch);
    const proof = await verifyArchive(join(scratch, archiveName), () => collectTail(backup));
    return { ...proof, flaws: [...proof.flaws, ...findDifferences(manifest, proof)], manifest };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function findDifferences(manifest: Manifest, { competitions }: ArchiveProof): readonly Flaw[] {
  const described = new Map(manifest.competitions.map((each) => [each.id, each]));
  const isSame =
    described.size === competitions.length &&
    competitions.every(({ id, facts, head, flaw }) => {
      const found = described.get(id);
      return flaw !== undefined || (found?.seq === facts && found.head === head);
    });
  if (isSame) return [];
  const why = 'its description names other competitions or heads than are in it';
  return [{ problem: 'file', competition: undefined, fact: undefined, why }];
}
