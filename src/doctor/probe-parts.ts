// Looks at what Tenring is made of: its Redis or somebody else's, and certificates.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { JournalUnavailableError } from '../journal/journal.ts';
import { openConnection, type RedisConnection, type RedisTarget, type Reply } from '../journal/redis-connection.ts';
import { silentLog } from '../kit/log.ts';
import { findRedisServer } from '../sidecar/find-redis-server.ts';
import type { RedisFacts } from './judge-parts.ts';
import { outputOf } from './output-of.ts';

export async function probeRedis({
  redisUrl,
  dataFolder,
}: Pick<Config, 'redisUrl' | 'dataFolder'>): Promise<RedisFacts> {
  if (redisUrl !== undefined) return probeOutside(redisUrl);
  // The packaged one is unpacked into the data folder, which is not made for a look.
  const isThere = existsSync(dataFolder);
  const folder = isThere ? dataFolder : mkdtempSync(join(tmpdir(), 'tenring-doctor-'));
  try {
    const path = findRedisServer(folder);
    if (path === undefined) return { kind: 'missing' };
    const said = await outputOf(path, ['--version']);
    return { kind: 'builtIn', version: /\bv=(\S+)/.exec(said ?? '')?.[1] };
  } finally {
    if (!isThere) rmSync(folder, { recursive: true, force: true });
  }
}

async function probeOutside(url: string): Promise<RedisFacts> {
  const path = /^unix:\/\/(.*)$/.exec(url)?.[1];
  const target: RedisTarget = path === undefined ? { url } : { path };
  const connection = openConnection({ target, name: 'tenring-doctor', log: silentLog });
  try {
    await connection.ready(5_000);
    const info = textOf(await connection.call(['INFO', 'server']));
    return {
      kind: 'outside',
      version: /(?:redis|valkey)_version:(\S+)/.exec(info)?.[1] ?? 'of unknown version',
      policy: await settingOf(connection, 'maxmemory-policy'),
      appendOnly: yesOrNo(await settingOf(connection, 'appendonly')),
      fsync: await settingOf(connection, 'appendfsync'),
    };
  } catch (error) {
    if (error instanceof JournalUnavailableError) return { kind: 'unreachable', why: error.message };
    throw error;
  } finally {
    connection.close();
  }
}

function textOf(reply: Reply): string {
  return Buffer.isBuffer(reply) ? reply.toString('utf8') : '';
}

function yesOrNo(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word === 'yes';
}

/** Undefined where it does not let us ask: hosted ones forbid CONFIG. */
async function settingOf(connection: RedisConnection, name: string): Promise<string | undefined> {
  try {
    const reply = await connection.call(['CONFIG', 'GET', name]);
    return Array.isArray(reply) ? textOf(reply[1] ?? null) || undefined : undefined;
  } catch (error) {
    if (error instanceof JournalUnavailableError) return undefined;
    throw error;
  }
}

/** Until when devices can trust the authority that the appliance made (ms since 1970); undefined without one. */
export function probeAuthority({ tls, dataFolder }: Pick<Config, 'tls' | 'dataFolder'>): number | undefined {
  const path = join(dataFolder, 'tls', 'authority.pem');
  return tls?.own || !existsSync(path) ? undefined : endOf(path);
}

/** Until when the certificate is good (ms since 1970); 'none' where the appliance has not made one yet, undefined for one that cannot be read. */
export function probeCertificate({ tls, dataFolder }: Pick<Config, 'tls' | 'dataFolder'>): number | 'none' | undefined {
  const path = tls?.own?.certFile ?? join(dataFolder, 'tls', 'server.pem');
  return !tls || (!tls.own && !existsSync(path)) ? 'none' : endOf(path);
}

function endOf(path: string): number | undefined {
  try {
    return Date.parse(new X509Certificate(readFileSync(path)).validTo);
  } catch {
    return undefined;
  }
}
