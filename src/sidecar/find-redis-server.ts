// Which redis-server to run: the one that comes with the program, else the machine's own.
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findAsset, isPackaged } from '../kit/installation.ts';

/** Undefined where there is none. */
export function findRedisServer(dataFolder: string): string | undefined {
  const asset = findAsset('redis-server');
  if (asset !== undefined) return isPackaged ? unpackServer(asset, dataFolder) : asset;
  return findOnPath('redis-server') ?? findOnPath('valkey-server');
}

/** Inside the executable it is bytes, not a program that can be started: DATA/bin gets a copy, swapped in whole. */
export function unpackServer(asset: string, dataFolder: string): string {
  const folder = join(dataFolder, 'bin');
  const path = join(folder, 'redis-server');
  const bytes = readFileSync(asset);
  if (hashOfFile(path) !== hashOf(bytes)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, bytes);
    chmodSync(beside, 0o755);
    renameSync(beside, path);
  }
  return path;
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hashOfFile(path: string): string | undefined {
  try {
    return isExecutable(path) ? hashOf(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}
