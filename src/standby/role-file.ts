// DATA/role.json: what this folder is to other machines. Without it, it is a primary's. On disk before anything is done about it.
import { chownSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder, systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import type { Trusted } from './post-json.ts';

/** Where a standby follows, and what it may say there. */
export interface Followed {
  /** Of the primary, as it was given. */
  readonly origin: string;
  readonly id: string;
  readonly token: string;
  /** Opens what the primary seals (sealed.ts). */
  readonly key: string;
  /** PEM of the authority by which the primary is known over https; undefined where it has none of its own. */
  readonly root?: string;
  /** Names under which the primary's pages are opened. */
  readonly allowedHosts: readonly string[];
}

export function trustedOf({ root }: Followed): Trusted {
  return root === undefined ? 'known' : { root };
}

export type Role =
  | { readonly kind: 'primary' }
  | ({ readonly kind: 'following' } & Followed)
  /** Has followed, and took over. */
  | ({ readonly kind: 'promoted'; readonly atMs: number; readonly isTold?: boolean } & Followed)
  /** Another one took over. */
  | { readonly kind: 'replaced'; readonly by: string; readonly atMs: number };

export class DamagedRoleFileError extends Error {
  override readonly name = 'DamagedRoleFileError';
}

export function roleFileIn(folder: string): string {
  return join(folder, 'role.json');
}

/** Throws DamagedRoleFileError, or the file system's error: a folder that once followed is never taken for a primary's. */
export function readRole(folder: string): Role {
  let text: string;
  try {
    text = readFileSync(roleFileIn(folder), 'utf8');
  } catch (error) {
    if (/^E(NOENT|NOTDIR)$/.test(systemCodeOf(error))) return { kind: 'primary' };
    throw error;
  }
  const role = parseRole(text);
  if (!role) throw new DamagedRoleFileError(`${roleFileIn(folder)} is not what Tenring wrote`);
  return role;
}

function parseRole(text: string): Role | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== 1) return undefined;
  const { role } = read as { role?: Role };
  switch (role?.kind) {
    case 'following':
    case 'promoted':
      return [role.origin, role.id, role.token, role.key].every((each) => typeof each === 'string') &&
        Array.isArray(role.allowedHosts)
        ? role
        : undefined;
    case 'replaced':
      return typeof role.by === 'string' ? role : undefined;
    default:
      return undefined;
  }
}

export function writeRole(folder: string, role: Exclude<Role, { kind: 'primary' }>): void {
  const path = roleFileIn(folder);
  writeDurably(path, `${JSON.stringify({ version: 1, role }, null, 2)}\n`);
  // With `sudo tenring promote` it must still be readable for whom Tenring runs as.
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

export function forgetRole(folder: string): void {
  const path = roleFileIn(folder);
  rmSync(path, { force: true });
  syncFolder(dirname(path));
}
