// Files that an organiser is given by somebody: lists, interchange files, backups.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupFileError, endMark, trailerBytes } from '../../backup/format.ts';
import { checkBackup, unpackBackup } from '../../backup/read-backup.ts';
import { collectTail } from '../../backup/read-tail.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { decide } from '../../domain/decide.ts';
import { competitionToDocument } from '../../domain/document/competition-to-document.ts';
import { readTextList } from '../../entries-import/list-file.ts';
import { previewEntries } from '../../entries-import/preview-entries.ts';
import { readDocument } from '../../interchange/read-document.ts';
import { headsOf, makeDataFolder, savedAfter } from '../data-folder.ts';
import { contextOf, smallCompetition } from '../small-competition.ts';
import { wholeCompetition } from '../whole-competition.ts';
import type { FuzzKind } from './run-fuzz.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

export function listKind(): FuzzKind {
  const state = smallCompetition();
  const line = 'Fajar Nugraha,Elang,RM,3A';
  return {
    name: 'lists of entries',
    samples: [
      bytesOf(`name,club,category,target\n${line}\nGita Lestari,Garuda,CW,3B\n`),
      bytesOf('Name;Club;Category;Target\r\n"Adi ""the"" Archer";Elang;RM;4A\r\n'),
      bytesOf('\ufeffnama\tklub\tkategori\nBayu\tElang\tRU21M\n'),
      bytesOf(`name,club,category,target\n${`${line}\n`.repeat(30)}`),
      Buffer.from('name;category\nJos\u00e9;RM\n', 'latin1'),
      Buffer.from('\ufeffname;category\nAdi;RM\n', 'utf16le'),
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4]),
    ],
    take(bytes, number) {
      const { preview, command } = previewEntries(readTextList(bytes), state, { assignTargets: number % 2 === 0 });
      if (!command) return preview.fileProblem?.code ?? (preview.bad > 0 ? 'lines with problems' : 'nothing new');
      return decide(state, command, contextOf({ role: 'organiser' })).kind;
    },
  };
}

export function interchangeKind(): FuzzKind {
  const text = (state: ReturnType<typeof smallCompetition>) => bytesOf(JSON.stringify(competitionToDocument(state)));
  return {
    name: 'interchange files',
    samples: [text(smallCompetition()), text(wholeCompetition())],
    take(bytes) {
      const read = readDocument(new TextDecoder().decode(bytes));
      if (read.kind === 'flaw') return `flaw ${read.flaw.problem}`;
      const command = { kind: 'importCompetition', document: read.document } as const;
      const decision = decide(undefined, command, contextOf({ role: 'organiser' }));
      return decision.kind === 'rejected' ? `rejected ${decision.rejection.code}` : 'imported';
    },
  };
}

/** As somebody would who knows the format: the checksum is right, whatever else is not. */
function sealed(bytes: Uint8Array): Buffer {
  const body = bytes.subarray(0, Math.max(0, bytes.length - trailerBytes));
  return Buffer.concat([body, createHash('sha256').update(body).digest(), endMark]);
}

export async function backupKind(): Promise<FuzzKind> {
  const base = mkdtempSync(join(tmpdir(), 'tenring-fuzz-'));
  const facts = { aaaaaaaa: 5 };
  const path = join(base, 'backup.tenring');
  const dataFolder = makeDataFolder(base, 'data', facts);
  const order = { dataFolder, target: path, heads: headsOf(facts), tenring: '1.2.3', madeAt: 5 };
  await writeBackup(order, async (reached) => {
    const records = savedAfter('aaaaaaaa', reached.get('aaaaaaaa') ?? 0, 12);
    return { at: 6, heads: headsOf({ aaaaaaaa: 12 }), records };
  });
  const good = readFileSync(path);
  const target = join(base, 'unpacked');
  return {
    name: 'backup files',
    samples: [good],
    async take(bytes, number) {
      writeFileSync(path, number % 3 === 0 ? bytes : sealed(bytes));
      mkdirSync(target);
      try {
        const backup = await checkBackup(path);
        await unpackBackup(backup, target);
        await collectTail(backup);
        return 'unpacked';
      } catch (error) {
        if (error instanceof BackupFileError) return error.problem;
        throw error;
      } finally {
        rmSync(target, { recursive: true });
      }
    },
    close: async () => rmSync(base, { recursive: true, force: true }),
  };
}
