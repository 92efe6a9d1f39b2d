// Settings from flags, environment and defaults, checked against the table; nothing else reads the environment.
import { resolve } from 'node:path';
import { type OptionName, type OptionRow, options } from './options.ts';

export interface Config {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly realtimePort: number;
  readonly redisUrl: string | undefined;
  readonly redisMemoryMegabytes: number | undefined;
  /** Undefined: http only. `own` has both files of an organiser's own certificate; without it the appliance's authority makes one. */
  readonly tls: TlsConfig | undefined;
  /** Announced as `NAME.local`; undefined: not at all. */
  readonly mdnsName: string | undefined;
  readonly nodeMemoryMegabytes: number | undefined;
  readonly backups: ScheduledBackups | undefined;
  /** Undefined: no relay. Its file is read later. */
  readonly pusher: PusherSettings | undefined;
  /** Undefined: nothing is published. */
  readonly publishing: PublishSettings | undefined;
  readonly standby: StandbySettings;
  readonly allowedHosts: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly demo: boolean;
  readonly demoArchers: number;
  readonly demoMinutes: number;
}

export interface TlsConfig {
  readonly port: number;
  readonly realtimePort: number;
  readonly own: { readonly certFile: string; readonly keyFile: string } | undefined;
}

export interface StandbySettings {
  /** Origin of the primary. */
  readonly follow: string | undefined;
  readonly code: string | undefined;
  readonly promote: boolean;
  readonly forcePrimary: boolean;
}

export interface ScheduledBackups {
  readonly folder: string;
  readonly everyMinutes: number;
  readonly keep: number;
}

export interface PublishSettings {
  /** A folder's path, or the address of one by http. */
  readonly to: string;
  readonly isFolder: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly everySeconds: number;
  readonly language: 'en' | 'id' | 'fr';
}

export interface PusherSettings {
  readonly appId: string | undefined;
  readonly key: string | undefined;
  readonly secret: string | undefined;
  readonly cluster: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly tls: boolean;
  readonly file: string | undefined;
  readonly dailyMessages: number;
}

/** A setting that cannot be: the message says which, why, and what it may be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type RawSettings = Readonly<Partial<Record<OptionName, unknown>>>;
export type Environment = Readonly<Record<string, string | undefined>>;

function checkNumber(row: OptionRow, raw: unknown): number {
  const number = typeof raw === 'number' ? raw : Number(String(raw).trim());
  const { lowest = 0, highest = Number.MAX_SAFE_INTEGER } = row;
  if (!Number.isInteger(number) || number < lowest || number > highest || String(raw).trim() === '') {
    throw new ConfigError(`${nameOf(row)} must be a whole number from ${lowest} to ${highest}, not "${String(raw)}".`);
  }
  return number;
}

function nameOf(row: OptionRow): string {
  return `${row.flag.split(' ')[0]} (${row.env})`;
}

const demoFolder = 'tenring-demo';
const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['', '0', 'false', 'no', 'off']);

function checkSwitch(row: OptionRow, raw: unknown): boolean {
  if (typeof raw === 'boolean') return raw;
  const text = String(raw).trim().toLowerCase();
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  throw new ConfigError(`${nameOf(row)} must be yes or no, not "${String(raw)}".`);
}

function checkText(row: OptionRow, raw: unknown): string {
  const text = String(raw).trim();
  if (text === '') throw new ConfigError(`${nameOf(row)} is empty.`);
  if (row.choices && !row.choices.includes(text)) {
    throw new ConfigError(`${nameOf(row)} must be one of ${row.choices.join(', ')}, not "${text}".`);
  }
  return text;
}

function checkList(raw: unknown): readonly string[] {
  const parts = Array.isArray(raw) ? raw.map(String) : String(raw).split(',');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function checkRedisUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // Not parsed with URL alone: the message must not repeat a password.
  if (!/^(rediss?|unix):\/\//.test(text)) {
    throw new ConfigError('--redis (TENRING_REDIS) must begin with redis://, rediss:// or unix://.');
  }
  return text;
}

type Find = <T>(name: OptionName, check: (row: OptionRow, raw: unknown) => T) => T | undefined;

function readTls(find: Find): TlsConfig | undefined {
  const [certFile, keyFile] = [find('tlsCert', checkText), find('tlsKey', checkText)];
  if ((certFile === undefined) !== (keyFile === undefined))
    throw new ConfigError('--tls-cert and --tls-key belong together: give both or none.');
  const own =
    certFile !== undefined && keyFile !== undefined
      ? { certFile: resolve(certFile), keyFile: resolve(keyFile) }
      : undefined;
  if (!own && !find('tls', checkSwitch)) return undefined;
  return { port: find('tlsPort', checkNumber) ?? 0, realtimePort: find('tlsRealtimePort', checkNumber) ?? 0, own };
}

function readBackups(find: Find): ScheduledBackups | undefined {
  const folder = find('backupTo', checkText);
  if (folder === undefined) return undefined;
  const everyMinutes = find('backupEvery', checkNumber) ?? 15;
  return { folder: resolve(folder), everyMinutes, keep: find('backupKeep', checkNumber) ?? 24 };
}

function readPublishing(find: Find): PublishSettings | undefined {
  const to = find('publishTo', checkText);
  if (to === undefined) return undefined;
  const isFolder = !/^https?:\/\//i.test(to);
  // Not repeated: it may hold a password.
  if (!isFolder && (!URL.canParse(to) || new URL(to).username !== '' || new URL(to).password !== ''))
    throw new ConfigError('--publish-to (TENRING_PUBLISH_TO) must be an address without name and password.');
  return {
    ...{ to: isFolder ? resolve(to) : to, isFolder },
    ...{ user: find('publishUser', checkText), password: find('publishPassword', checkText) },
    everySeconds: find('publishEvery', checkNumber) ?? 60,
    language: (find('publishLanguage', checkText) ?? 'en') as PublishSettings['language'],
  };
}

/** Off until something of the account is said. */
function readPusher(find: Find): PusherSettings | undefined {
  const [appId, key, secret] = [
    find('pusherAppId', checkText),
    find('pusherKey', checkText),
    find('pusherSecret', checkText),
  ];
  const file = find('pusherFile', checkText);
  if (appId === undefined && key === undefined && secret === undefined && file === undefined) return undefined;
  return {
    ...{ appId, key, secret, file: file === undefined ? undefined : resolve(file) },
    ...{ cluster: find('pusherCluster', checkText), host: find('pusherHost', checkText) },
    port: find('pusherPort', checkNumber),
    tls: find('pusherTls', checkText) !== 'no',
    dailyMessages: find('pusherDaily', checkNumber) ?? 0,
  };
}

const usualPort = 8000;

/** As people type it: an address, with a port or not, or the whole of what the other one prints. */
export function originOfPrimary(text: string): string | undefined {
  const typed = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(typed)) return undefined;
  const { protocol, hostname, port, pathname, username } = new URL(typed);
  if (hostname === '' || username !== '' || pathname !== '/') return undefined;
  const isBare = port === '' && !/:80\/?$/.test(text) && protocol === 'http:' && typed !== text;
  return `${protocol}//${hostname}${port === '' ? (isBare ? `:${usualPort}` : '') : `:${port}`}`;
}

function checkFollow(row: OptionRow, raw: unknown): string {
  const origin = originOfPrimary(checkText(row, raw));
  if (origin === undefined)
    throw new ConfigError(`${nameOf(row)} must be an address like 192.168.1.5:8000, not "${String(raw)}".`);
  return origin;
}

function readStandby(find: Find): StandbySettings {
  const follow = find('follow', checkFollow);
  if (follow !== undefined && find('redis', checkText) !== undefined)
    throw new ConfigError('--follow needs a Redis of its own: leave --redis (TENRING_REDIS) out.');
  return {
    follow,
    code: find('followCode', checkText),
    promote: find('promote', checkSwitch) ?? false,
    forcePrimary: find('forcePrimary', checkSwitch) ?? false,
  };
}

/** One label of a host name (RFC 1123). */
function checkMdnsName(row: OptionRow, raw: unknown): string | undefined {
  const name = checkText(row, raw)
    .toLowerCase()
    .replace(/\.local$/, '');
  if (name === 'off') return undefined;
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name))
    throw new ConfigError(`${nameOf(row)} may have letters, digits and hyphens, or be off; not "${String(raw)}".`);
  return name;
}

/** Throws ConfigError with a sentence for the person. */
export function readConfig(flags: RawSettings, environment: Environment): Config {
  const rows = new Map<OptionName, OptionRow>(options.map((row) => [row.name, row]));
  function find<T>(name: OptionName, check: (row: OptionRow, raw: unknown) => T): T | undefined {
    const row = rows.get(name);
    if (!row) throw new ConfigError(`There is no setting ${name}.`);
    const raw = flags[name] ?? environment[row.env] ?? row.fallback;
    return raw === undefined ? undefined : check(row, raw);
  }
  const demo = find('demo', checkSwitch) ?? false;
  // What is invented must not stand among a club's own competitions.
  const isFolderGiven = (flags.data ?? environment.TENRING_DATA) !== undefined;
  return {
    dataFolder: resolve(demo && !isFolderGiven ? demoFolder : (find('data', checkText) ?? '.')),
    host: find('host', checkText) ?? '0.0.0.0',
    port: find('port', checkNumber) ?? 0,
    realtimePort: find('realtimePort', checkNumber) ?? 0,
    redisUrl: checkRedisUrl(find('redis', checkText)),
    redisMemoryMegabytes: find('redisMemory', checkNumber),
    tls: readTls(find),
    mdnsName: find('mdns', checkMdnsName),
    nodeMemoryMegabytes: find('nodeMemory', checkNumber),
    backups: readBackups(find),
    pusher: readPusher(find),
    publishing: readPublishing(find),
    standby: readStandby(find),
    allowedHosts: find('allowedHosts', (_, raw) => checkList(raw)) ?? [],
    logLevel: (find('logLevel', checkText) ?? 'info') as Config['logLevel'],
    demo,
    demoArchers: find('demoArchers', checkNumber) ?? 96,
    demoMinutes: find('demoMinutes', checkNumber) ?? 12,
  };
}
