// What a machine that takes over needs so that the organiser's password, printed QR codes and what devices trust stay good: access.json and the
// certificate authority, as they are. The server's own certificate is issued anew there, for that machine's addresses.
import { existsSync, readFileSync } from 'node:fs';
import { type AccessFile, isAccessFile, readAccessFile, writeAccessFile } from '../access/access-file.ts';
import { sha256 } from '../access/secrets.ts';
import { authorityFile, tlsFolderIn } from '../network/authority.ts';
import { writePrivateFile } from '../network/private-file.ts';

export interface AccessBundle {
  readonly access: AccessFile;
  /** With its key; null where the appliance has none. */
  readonly authority: string | null;
}

/** Undefined where nobody was ever let in. Throws as readAccessFile does. */
export function readBundle(folder: string): AccessBundle | undefined {
  const access = readAccessFile(folder);
  const file = authorityIn(folder);
  return access && { access, authority: existsSync(file) ? readFileSync(file, 'utf8') : null };
}

/** Empty for none; says nothing of what is in it. */
export function markOf(bundle: AccessBundle | undefined): string {
  return bundle ? sha256(JSON.stringify(bundle)).slice(0, 32) : '';
}

/** Undefined for what is none. */
export function parseBundle(text: string): AccessBundle | undefined {
  const { access, authority }: { access?: unknown; authority?: unknown } = JSON.parse(text);
  const isText = authority === null || typeof authority === 'string';
  return isAccessFile(access) && isText ? { access, authority } : undefined;
}

/** An authority that is here stays where the other machine has none. */
export function writeBundle(folder: string, { access, authority }: AccessBundle): void {
  if (authority !== null) writePrivateFile(authorityIn(folder), authority);
  writeAccessFile(folder, access);
}

const authorityIn = (folder: string) => authorityFile(tlsFolderIn(folder));
