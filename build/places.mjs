// Where the build finds and keeps things, and whether the work of a step is still good.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
export const place = (...parts) => join(root, ...parts);
export const cache = (...parts) => place('.cache', ...parts);
export const nodeBinary = place('node_modules', '.bin', 'node');

export function whichProgram(name) {
  const isProgram = (path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  };
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** One hash over words and over the contents of files or whole folders (given as {files: [...]}, relative to the root). */
export function hashOf(...ingredients) {
  const hash = createHash('sha256');
  for (const ingredient of ingredients) {
    if (typeof ingredient === 'string') hash.update(`${ingredient}\0`);
    else
      for (const file of ingredient.files.flatMap((name) => filesBelow(place(name))))
        hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Tells apart the machines that one checkout may be used on (a container and its host, say). */
export function machineKey() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return `${process.platform} ${process.arch} ${release}`;
}

/** Cheap identity of a large file that only a package manager or a build replaces. */
export function fileKey(path) {
  if (!existsSync(path)) return 'missing';
  const { size, mtimeMs, ino } = statSync(path);
  return `${path} ${size} ${mtimeMs} ${ino}`;
}

const stampFile = (name) => cache('stamps', name);

export function isStamped(name, key) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === key;
}

export function stamp(name, key) {
  mkdirSync(cache('stamps'), { recursive: true });
  writeFileSync(stampFile(name), key);
}
