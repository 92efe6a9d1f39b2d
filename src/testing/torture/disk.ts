// A data folder as plain values: what a disk holds, and what was done to it. Paths are relative to the folder; '' is the folder itself.

export interface Disk {
  /** Folders below the data folder. */
  readonly folders: ReadonlySet<string>;
  /** Which content stands under a path. */
  readonly inodes: ReadonlyMap<string, number>;
  readonly contents: ReadonlyMap<number, Uint8Array>;
}

/** In the order in which they happened, over all processes. */
export type DiskStep =
  | { readonly kind: 'create'; readonly path: string; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'resize'; readonly inode: number; readonly length: number }
  /** Written by means that the log does not see; `content` then says what is in it. */
  | { readonly kind: 'unseen'; readonly inode: number }
  | { readonly kind: 'content'; readonly inode: number; readonly bytes: Uint8Array }
  /** What came before its beginning is on the disk once it has ended. A file's sync says nothing about the folder that names it. */
  | {
      readonly kind: 'syncBegins';
      readonly number: bigint;
      readonly inode: number;
      readonly folder: string | undefined;
    }
  | { readonly kind: 'syncEnds'; readonly number: bigint }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'makeFolder'; readonly path: string }
  | { readonly kind: 'removeFolder'; readonly path: string };

export type NamingStep = Extract<
  DiskStep,
  { readonly kind: 'create' | 'rename' | 'link' | 'unlink' | 'makeFolder' | 'removeFolder' }
>;
export type ContentStep = Extract<DiskStep, { readonly kind: 'write' | 'resize' | 'content' }>;

export function isNaming(step: DiskStep): step is NamingStep {
  return /^(create|rename|link|unlink|makeFolder|removeFolder)$/.test(step.kind);
}

export function isContent(step: DiskStep): step is ContentStep {
  return /^(write|resize|content)$/.test(step.kind);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Files by path, for whoever compares two disks. */
export function filesOf({ inodes, contents }: Disk): ReadonlyMap<string, Uint8Array> {
  return new Map([...inodes].map(([path, inode]) => [path, contents.get(inode) ?? new Uint8Array()]));
}
