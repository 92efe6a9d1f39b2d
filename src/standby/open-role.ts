// The role of a data folder at a start: what settle-role.ts says, carried out. The folder is locked by whoever calls.
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { StartError } from '../config/start-error.ts';
import { systemCodeOf } from '../kit/durable-files.ts';
import type { Log } from '../kit/log.ts';
import type { SealedPlace, StandbyPlace } from '../wire/api-standby.ts';
import { askPrimaryAt, PrimaryRefusedError } from './ask-primary.ts';
import { findReplacement } from './ask-standbys.ts';
import { standbysFileIn } from './known-standbys.ts';
import { DamagedRoleFileError, type Followed, forgetRole, type Role, readRole, writeRole } from './role-file.ts';
import { readStandbyCode, unseal } from './sealed.ts';
import { type Settled, settleRole } from './settle-role.ts';

type Asked = Pick<Config, 'dataFolder' | 'standby'>;

/** Throws StartError where this folder may not start like that. */
export function roleOfStart({ dataFolder, standby }: Asked): { readonly role: Role; readonly settled: Settled } {
  const isEmpty = !['tenring.db', 'access.json'].some((file) => existsSync(join(dataFolder, file)));
  const role = readable(dataFolder);
  const settled = settleRole(role, { path: dataFolder, isEmpty }, standby);
  if (settled.kind === 'refused') throw new StartError('usage', settled.why);
  return { role, settled };
}

export function isToFollow(config: Asked): boolean {
  const { kind } = roleOfStart(config).settled;
  return kind === 'follow' || kind === 'pair';
}

function readable(dataFolder: string): Role {
  try {
    return readRole(dataFolder);
  } catch (error) {
    if (systemCodeOf(error) !== '') {
      const why = `The folder ${dataFolder} cannot be read (${systemCodeOf(error)}). Choose another one with --data.`;
      throw new StartError('dataFolder', why, { cause: error });
    }
    if (!(error instanceof DamagedRoleFileError)) throw error;
    const words = `${error.message}: whether this machine may score is not known. Move that file away where it may.`;
    throw new StartError('dataFolder', words, { cause: error });
  }
}

/** For a machine that is to score. Whom it followed before it took over; undefined for nobody. Throws StartError. */
export async function openPrimary(config: Asked, nowMs: number, log: Log): Promise<PromotedFrom | undefined> {
  const { dataFolder, standby } = config;
  const { role, settled } = roleOfStart(config);
  if (settled.kind === 'takeOver') return promotedFrom(takeOverFolder(dataFolder, nowMs));
  if (settled.kind === 'promoted') {
    if (standby.follow !== undefined) log.warn({}, 'this machine took over: --follow is not for it any more');
    return promotedFrom(role);
  }
  if (settled.kind === 'force') {
    forgetRole(dataFolder);
    // The one that took over is none of its standbys any more: its word would stop this one.
    rmSync(standbysFileIn(dataFolder), { force: true });
    return undefined;
  }
  if (!standby.forcePrimary) await refuseWhereReplaced(config, nowMs);
  return undefined;
}

export interface PromotedFrom extends Followed {
  /** It knows that it was replaced. */
  readonly isTold: boolean;
}

function promotedFrom(role: Role): PromotedFrom | undefined {
  return role.kind === 'promoted' ? { ...role, isTold: role.isTold === true } : undefined;
}

async function refuseWhereReplaced(config: Asked, nowMs: number): Promise<void> {
  const by = await findReplacement(config.dataFolder);
  if (by === undefined) return;
  markReplaced(config.dataFolder, by, nowMs);
  roleOfStart(config);
}

export function markReplaced(dataFolder: string, by: string, atMs: number): void {
  writeRole(dataFolder, { kind: 'replaced', by, atMs });
}

/** On disk when it returns. The same where it was done before. */
export function takeOverFolder(dataFolder: string, atMs: number): Role {
  const role = readRole(dataFolder);
  if (role.kind !== 'following') return role;
  const promoted = { ...role, kind: 'promoted', atMs } as const;
  writeRole(dataFolder, promoted);
  return promoted;
}

export function markTold(dataFolder: string): void {
  const role = readRole(dataFolder);
  if (role.kind === 'promoted') writeRole(dataFolder, { ...role, isTold: true });
}

/** Good from the next start on. */
export function keepHosts(dataFolder: string, allowedHosts: readonly string[]): void {
  const role = readRole(dataFolder);
  if (role.kind === 'following') writeRole(dataFolder, { ...role, allowedHosts });
}

/** For a machine that is to follow: where, by the token that it has, or by a code for a first one. Throws StartError. */
export async function findPlace(config: Asked): Promise<Followed> {
  const { dataFolder, standby } = config;
  const { role, settled } = roleOfStart(config);
  const { follow: origin, code } = standby;
  if (origin === undefined) throw new StartError('usage', 'Whom to follow is not said: give --follow.');
  if (role.kind === 'following') return { ...role, origin };
  if (settled.kind !== 'pair' || code === undefined) {
    const words = `A first start with --follow needs a code: tenring standby code, on the machine at ${origin}, prints it. Give it with --follow-code.`;
    throw new StartError('usage', words);
  }
  const followed = await askForPlace(origin, code);
  writeRole(dataFolder, { kind: 'following', ...followed });
  return followed;
}

async function askForPlace(origin: string, typed: string): Promise<Followed> {
  const code = readStandbyCode(typed);
  if (!code)
    throw new StartError(
      'usage',
      `--follow-code takes six groups of four letters, as tenring standby code prints them.`,
    );
  const { id, sealed } = await placeAt(origin, code.open);
  const opened = unseal(sealed, code.key, 'place');
  if (opened === undefined) {
    const words = `What answers at ${origin} is not the Tenring that printed this code, or a letter of it is wrong. Nothing was told or believed. Print another one: tenring standby code.`;
    throw new StartError('notAllowed', words);
  }
  const { token, root }: SealedPlace = JSON.parse(opened);
  return { ...{ origin, id, token, key: code.key, allowedHosts: [] }, ...(root !== null && { root }) };
}

/** Of anybody: what is believed is sealed, and the letters that open it are not sent. */
async function placeAt(origin: string, code: string): Promise<StandbyPlace> {
  try {
    return await askPrimaryAt(origin, 'anybody').place({ code, name: hostname() });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof PrimaryRefusedError)
      throw new StartError('notAllowed', `The Tenring at ${origin} does not take this standby: ${why}`, {
        cause: error,
      });
    throw new StartError('noAnswer', `No Tenring answers at ${origin} (${why}).`, { cause: error });
  }
}
