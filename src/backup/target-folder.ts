// The folder, often on a stick, that scheduled backups go to. A marker of ours in it tells the stick from the empty folder that is left when
// it is pulled out: backups must not fill the disk of the scores instead. The marker also lists our files, oldest first, so that nothing
// else is ever deleted and a clock that was set back does not change which is the oldest.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import { fileExtension } from './format.ts';
import { isRecord } from './is-record.ts';

export interface KnownTarget {
  /** Ours, in the marker's name: several appliances may share a stick. */
  readonly id: string;
  /** It was on another disk than the system and the data. */
  readonly wasApart: boolean;
}

export interface TargetAsked {
  readonly folder: string;
  readonly dataFolder: string;
  readonly id: string;
  /** Undefined before the first backup to this folder. */
  readonly known: KnownTarget | undefined;
  readonly deviceOf?: (path: string) => number;
}

export type TargetLook =
  | { readonly kind: 'usable'; readonly isApart: boolean; readonly files: readonly string[] }
  | { readonly kind: 'missing'; readonly why: string };

/** Where systems mount sticks. */
const mountPlaces = /^\/(media|mnt|run\/media|Volumes)\//;

/** Makes the folder itself where everything above it is there, and the marker. Throws the file system's error. */
export function lookAtTarget(asked: TargetAsked): TargetLook {
  const { folder, dataFolder, id, known, deviceOf = (path: string) => statSync(path).dev } = asked;
  const missing = (why: string) => ({ kind: 'missing', why }) as const;
  const nearest = isFolder(folder) ? folder : dirname(folder);
  if (!isFolder(nearest)) return missing(`${folder} is not there: is the stick plugged in?`);
  const device = deviceOf(nearest);
  const isApart = device !== deviceOf('/') && device !== deviceOf(dataFolder);
  if (!existsSync(markerIn(folder, id))) {
    const shouldBeApart = known?.wasApart ?? mountPlaces.test(folder);
    if (!isApart && shouldBeApart) return missing(`nothing is mounted at ${folder}: is the stick plugged in?`);
    mkdirSync(folder, { recursive: true });
    writeMarker(folder, id, []);
  }
  return { kind: 'usable', isApart, files: readMarker(folder, id).filter((name) => existsSync(join(folder, name))) };
}

/** After a new backup: our oldest ones go until `keep` are left; the new one never does. What went. */
export function rotate(
  folder: string,
  id: string,
  files: readonly string[],
  fresh: string,
  keep: number,
): readonly string[] {
  const all = [...files.filter((name) => name !== fresh), fresh];
  const gone = all.slice(0, Math.max(0, all.length - Math.max(1, keep)));
  // First out of the list: a file that is left over harms less than one that is missed.
  writeMarker(folder, id, all.slice(gone.length));
  for (const name of gone) rmSync(join(folder, name), { force: true });
  return gone;
}

/** So many stay when older ones have to go before a new one is there. */
const leastKept = 2;

/**
 * Where `missing` bytes more are needed: our oldest ones go until they are there, or none where that is not enough. What is left.
 */
export function makeRoom(folder: string, id: string, files: readonly string[], missing: number): readonly string[] {
  let found = 0;
  let count = 0;
  for (const name of files.slice(0, Math.max(0, files.length - leastKept))) {
    if (found >= missing) break;
    found += statSync(join(folder, name)).size;
    count += 1;
  }
  if (found < missing) return files;
  const left = files.slice(count);
  writeMarker(folder, id, left);
  for (const name of files.slice(0, count)) rmSync(join(folder, name), { force: true });
  return left;
}

function markerIn(folder: string, id: string): string {
  return join(folder, `.tenring-backups-${id}.json`);
}

function writeMarker(folder: string, id: string, files: readonly string[]) {
  writeDurably(markerIn(folder, id), `${JSON.stringify({ version: 1, files }, null, 2)}\n`);
}

/** A damaged one is an empty list: then nothing is deleted. */
function readMarker(folder: string, id: string): readonly string[] {
  try {
    const marker: unknown = JSON.parse(readFileSync(markerIn(folder, id), 'utf8'));
    return isRecord(marker) && Array.isArray(marker.files) ? marker.files.filter(isOurName) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isOurName(name: unknown): name is string {
  return typeof name === 'string' && name.endsWith(fileExtension) && !/[/\\\0]/.test(name);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (/^E(NOENT|NOTDIR)$/.test(systemCodeOf(error))) return false;
    throw error;
  }
}
