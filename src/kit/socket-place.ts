// Where a unix socket of a data folder is. Its path holds 107 bytes, so with a deep data folder the socket moves to the temporary folder,
// under a name that the next start, and a command, finds again.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In the data folder: the way in for the console. */
export const controlSocketName = 'control.sock';

const longestSocketPath = 107;

/** For who listens: `folder` is there and has no links in its path. Throws when somebody else has taken the short name. */
export function makeSocketPlace(folder: string, name: string): string {
  const near = join(folder, name);
  if (fits(near)) return near;
  const short = shortFolderFor(folder, name);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  if (!isOnlyOf(process.getuid?.(), lstatSync(short)))
    throw new Error(`${short} belongs to somebody else: remove it, or use a data folder with a shorter path`);
  return join(short, name);
}

/** For who connects; undefined where the short name is not the folder's owner's: a stranger would be listening there. */
export function findSocketPlace(folder: string, name: string): string | undefined {
  const near = join(folder, name);
  if (fits(near)) return near;
  const short = shortFolderFor(folder, name);
  const found = lstatSync(short, { throwIfNoEntry: false });
  return found && isOnlyOf(lstatSync(folder).uid, found) ? join(short, name) : undefined;
}

/** The temporary folder is everybody's: somebody else may have made this name first. */
function isOnlyOf(owner: number | undefined, found: Stats): boolean {
  return found.isDirectory() && (found.mode & 0o077) === 0 && found.uid === owner;
}

function shortFolderFor(folder: string, name: string): string {
  const short = `tenring-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const places = [tmpdir(), '/tmp'].map((base) => join(base, short));
  return places.find((place) => fits(join(place, name))) ?? join('/tmp', short);
}

function fits(path: string): boolean {
  return Buffer.byteLength(path) <= longestSocketPath;
}
