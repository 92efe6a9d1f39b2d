// Looks at what Tenring is made of: its Redis or somebody else's, and certificates.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { JournalUnavailableError } from '../journal/journal.ts';
import { findRedis, type RedisSettings } from '../journal/redis-settings.ts';
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
  try {
    const { settings } = await findRedis(url, silentLog);
    return { kind: 'outside', ...worstOf(settings) };
  } catch (error) {
    if (error instanceof JournalUnavailableError) return { kind: 'unreachable', why: error.message };
    throw error;
  }
}

/** Of a cluster's servers, for each setting the one that has it worst. */
function worstOf(settings: readonly RedisSettings[]): Omit<RedisFacts & { readonly kind: 'outside' }, 'kind'> {
  const [first] = settings;
  const appendOnly = (settings.find((each) => each.appendOnly !== 'yes') ?? first)?.appendOnly;
  const version = first?.version ?? 'of unknown version';
  return {
    version: settings.length > 1 ? `${version}, a cluster of ${settings.length}` : version,
    policy: (settings.find(({ policy }) => policy?.startsWith('allkeys')) ?? first)?.policy,
    appendOnly: appendOnly === undefined ? undefined : appendOnly === 'yes',
    fsync: (settings.find(({ fsync }) => fsync !== 'always') ?? first)?.fsync,
  };
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
