// Where Redis's files are: all in one folder of the data folder, only the owner may look. A unix socket's path holds 107 bytes, so with a
// deep data folder the socket moves to the temporary folder, under a name that the next start finds again.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SidecarPlaces {
  readonly folder: string;
  readonly confPath: string;
  readonly pidPath: string;
  readonly socketPath: string;
}

const longestSocketPath = 107;

export function makePlaces(dataFolder: string): SidecarPlaces {
  mkdirSync(join(dataFolder, 'redis'), { recursive: true, mode: 0o700 });
  const folder = realpathSync(join(dataFolder, 'redis'));
  return {
    folder,
    confPath: join(folder, 'redis.conf'),
    pidPath: join(folder, 'redis.pid'),
    socketPath: makeSocketPath(folder),
  };
}

function makeSocketPath(folder: string): string {
  const near = join(folder, 'redis.sock');
  if (Buffer.byteLength(near) <= longestSocketPath) return near;
  const name = `tenring-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const short = [tmpdir(), '/tmp'].map((base) => join(base, name)).find(fits) ?? join('/tmp', name);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  // The temporary folder is everybody's: somebody else may have made this name first.
  const isOurs = found.isDirectory() && (found.mode & 0o077) === 0 && found.uid === process.getuid?.();
  if (!isOurs)
    throw new Error(`${short} belongs to somebody else: remove it, or use a data folder with a shorter path`);
  return join(short, 'redis.sock');
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, 'redis.sock')) <= longestSocketPath;
}
