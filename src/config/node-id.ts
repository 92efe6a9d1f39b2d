// What tells this data folder from others that share a Redis with it: made once, kept beside the archive.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function readNodeId(dataFolder: string): string {
  const file = join(dataFolder, 'node-id');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(8).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
