// What a start makes of a folder and its flags: the table of src/standby/README.md. Plain values; nothing is read or written here.
import type { Role } from './role-file.ts';

export interface StartFlags {
  /** Origin of the primary. */
  readonly follow: string | undefined;
  readonly promote: boolean;
  readonly forcePrimary: boolean;
}

export type Settled =
  | { readonly kind: 'primary' }
  /** This folder took over from another one, which has to hear of it. */
  | { readonly kind: 'promoted' }
  | { readonly kind: 'follow' }
  /** First a place with that primary. */
  | { readonly kind: 'pair' }
  | { readonly kind: 'takeOver' }
  /** The mark of the folder goes: a person wants it. */
  | { readonly kind: 'force' }
  | { readonly kind: 'refused'; readonly why: string };

export interface Folder {
  readonly path: string;
  /** Nothing was ever kept in it. */
  readonly isEmpty: boolean;
}

const refuse = (why: string): Settled => ({ kind: 'refused', why });

function settlePrimary({ path, isEmpty }: Folder, { follow, promote }: StartFlags): Settled {
  if (promote) return refuse(`${path} has followed nobody: there is nothing to take over. Start it without --promote.`);
  if (follow === undefined) return { kind: 'primary' };
  if (isEmpty) return { kind: 'pair' };
  return refuse(
    `${path} has competitions of its own: a standby begins in an empty folder. Choose another one with --data.`,
  );
}

export function settleRole(role: Role, folder: Folder, flags: StartFlags): Settled {
  if (flags.follow !== undefined && flags.promote)
    return refuse('--follow and --promote exclude each other: follow on, or take over.');
  switch (role.kind) {
    case 'primary':
      return settlePrimary(folder, flags);
    case 'following':
      if (flags.promote) return { kind: 'takeOver' };
      if (flags.follow !== undefined) return { kind: 'follow' };
      return refuse(
        `${folder.path} is the standby of ${role.origin}. Follow on with --follow ${role.origin}, or take over with --promote.`,
      );
    case 'promoted':
      return { kind: 'promoted' };
    case 'replaced':
      if (flags.forcePrimary && flags.follow === undefined) return { kind: 'force' };
      return refuse(
        `${folder.path} was replaced by ${role.by}, which took over: scores go there. Begin a standby in an empty folder, or start this one all the same with --force-primary.`,
      );
  }
}
