// What a disk may be left with after a power cut. Kept: whatever a sync that has returned covers. Of everything later, by chance: nothing,
// all, the first part, or any part of it, with writes torn between sectors. Stricter than the usual file systems where POSIX allows it: a new name
// is only safe once its folder is synced.
import type { Random } from '../../simulator/random.ts';
import { type ContentStep, type Disk, type DiskStep, folderOf, isContent, isNaming, type NamingStep } from './disk.ts';

export const sectorBytes = 512;

/** How much of what was not synced the disk has kept. */
export type Mercy = 'none' | 'all' | 'first' | 'any';
export const mercies: readonly [Mercy, ...Mercy[]] = ['none', 'all', 'first', 'any'];

/** The number of the first step that the last finished sync of each file and folder does not cover. */
function coveredBy(steps: readonly DiskStep[]) {
  const begun = new Map<bigint, { readonly at: number; readonly inode: number; readonly folder: string | undefined }>();
  const files = new Map<number, number>();
  const folders = new Map<string, number>();
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'syncBegins') begun.set(step.number, { at, inode: step.inode, folder: step.folder });
    if (step.kind !== 'syncEnds') continue;
    const sync = begun.get(step.number);
    if (!sync) continue;
    if (sync.folder === undefined) files.set(sync.inode, Math.max(files.get(sync.inode) ?? 0, sync.at));
    else folders.set(sync.folder, Math.max(folders.get(sync.folder) ?? 0, sync.at));
  }
  return { files, folders };
}

/** What is left of one write that was not synced: some of its sectors. */
function tear(step: ContentStep, random: Random): readonly ContentStep[] {
  if (step.kind === 'resize') return random.next() < 0.5 ? [step] : [];
  if (step.kind === 'content') return [{ ...step, bytes: step.bytes.slice(0, random.integer(step.bytes.length + 1)) }];
  const kept: ContentStep[] = [];
  let from = 0;
  while (from < step.bytes.length) {
    const to = Math.min(step.bytes.length, from + sectorBytes - ((step.at + from) % sectorBytes));
    if (random.next() < 0.5) kept.push({ ...step, at: step.at + from, bytes: step.bytes.slice(from, to) });
    from = to;
  }
  return kept;
}

function survivors(loose: readonly ContentStep[], mercy: Mercy, random: Random): readonly ContentStep[] {
  if (mercy === 'none') return [];
  if (mercy === 'all') return loose;
  if (mercy === 'any') return loose.flatMap((step) => (random.next() < 0.5 ? tear(step, random) : [step]));
  const whole = random.integer(loose.length + 1);
  const torn = loose[whole];
  return [...loose.slice(0, whole), ...(torn ? tear(torn, random) : [])];
}

function applied(content: Uint8Array, steps: readonly ContentStep[]): Uint8Array {
  const length = steps.reduce(
    (most, step) =>
      Math.max(
        most,
        step.kind === 'write' ? step.at + step.bytes.length : step.kind === 'content' ? step.bytes.length : step.length,
      ),
    content.length,
  );
  const bytes = new Uint8Array(length);
  bytes.set(content);
  let end = content.length;
  for (const step of steps) {
    if (step.kind === 'write') {
      bytes.set(step.bytes, step.at);
      end = Math.max(end, step.at + step.bytes.length);
    } else if (step.kind === 'content') {
      bytes.fill(0);
      bytes.set(step.bytes);
      end = step.bytes.length;
    } else {
      if (step.length < end) bytes.fill(0, step.length, end);
      end = step.length;
    }
  }
  return bytes.slice(0, end);
}

/** A file system's journal keeps the order within a folder: of what was not synced a first part may survive. */
function survivingNames(
  steps: readonly DiskStep[],
  folders: ReadonlyMap<string, number>,
  mercy: Mercy,
  random: Random,
) {
  const loose = new Map<string, number>();
  const kept: NamingStep[] = [];
  const naming = steps.flatMap((step, at) => (isNaming(step) ? [{ step, at }] : []));
  const isSafe = (step: NamingStep, at: number) => foldersOf(step).some((folder) => at < (folders.get(folder) ?? 0));
  for (const { step, at } of naming) {
    const folder = foldersOf(step)[0] ?? '';
    if (!isSafe(step, at)) loose.set(folder, (loose.get(folder) ?? 0) + 1);
  }
  for (const [folder, count] of loose) {
    const part = mercy === 'none' ? 0 : mercy === 'all' ? count : random.integer(count + 1);
    loose.set(folder, part);
  }
  for (const { step, at } of naming) {
    const folder = foldersOf(step)[0] ?? '';
    const left = loose.get(folder) ?? 0;
    if (isSafe(step, at)) kept.push(step);
    else if (left > 0) {
      loose.set(folder, left - 1);
      kept.push(step);
    }
  }
  return kept;
}

/** Where its name is written. A move between folders happens in both or in neither. */
function foldersOf(step: NamingStep): readonly string[] {
  if (step.kind === 'rename') return [folderOf(step.to), folderOf(step.from)];
  return [folderOf(step.kind === 'link' ? step.to : step.path)];
}

function renamed(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** The names after the steps. What lies in a folder that is not there is not there either. */
function namesAfter(base: Disk, steps: readonly NamingStep[]): Pick<Disk, 'folders' | 'inodes'> {
  let folders = new Set(base.folders);
  let inodes = new Map(base.inodes);
  for (const step of steps) {
    if (step.kind === 'create') inodes.set(step.path, step.inode);
    else if (step.kind === 'unlink') inodes.delete(step.path);
    else if (step.kind === 'makeFolder') folders.add(step.path);
    else if (step.kind === 'removeFolder') folders.delete(step.path);
    else if (step.kind === 'link') {
      const inode = inodes.get(step.from);
      if (inode !== undefined) inodes.set(step.to, inode);
    } else {
      const { from, to } = step;
      if (inodes.has(from)) inodes.delete(to);
      inodes = new Map([...inodes].map(([path, inode]) => [renamed(path, from, to), inode]));
      folders = new Set([...folders].map((path) => renamed(path, from, to)));
    }
  }
  const isReachable = (path: string): boolean => path === '' || (folders.has(path) && isReachable(folderOf(path)));
  return {
    folders: new Set([...folders].filter(isReachable)),
    inodes: new Map([...inodes].filter(([path]) => isReachable(folderOf(path)))),
  };
}

/** `steps` begin when all of `base` is on the disk. */
export function cutPower(base: Disk, steps: readonly DiskStep[], random: Random, mercy: Mercy): Disk {
  const covered = coveredBy(steps);
  const { folders, inodes } = namesAfter(base, survivingNames(steps, covered.folders, mercy, random));
  const synced = new Map<number, ContentStep[]>();
  const loose = new Map<number, ContentStep[]>();
  for (const [at, step] of steps.entries()) {
    if (!isContent(step)) continue;
    const into = at < (covered.files.get(step.inode) ?? 0) ? synced : loose;
    const list = into.get(step.inode);
    if (list) list.push(step);
    else into.set(step.inode, [step]);
  }
  const contents = new Map<number, Uint8Array>();
  for (const inode of new Set(inodes.values())) {
    const before = base.contents.get(inode) ?? new Uint8Array();
    const kept = [...(synced.get(inode) ?? []), ...survivors(loose.get(inode) ?? [], mercy, random)];
    contents.set(inode, applied(before, kept));
  }
  return { folders, inodes, contents };
}
