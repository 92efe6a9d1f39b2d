// The unit and the file of settings that `tenring service install` writes, as text.
import { type Config, ConfigError, type Environment, type RawSettings, readConfig } from '../config/config.ts';
import { type OptionName, type OptionRow, options } from '../config/options.ts';
import { invariant } from '../kit/invariant.ts';

export interface ServiceFiles {
  readonly unit: string;
  readonly settings: string;
}

export interface ServiceWish {
  /** The unit with {names} in braces. */
  readonly template: string;
  readonly executable: string;
  readonly settingsPath: string;
  readonly flags: RawSettings;
  /** What an earlier installation has set, where that stays. */
  readonly kept?: Environment;
}

const onceOnly = [
  ['promote', '--promote'],
  ['forcePrimary', '--force-primary'],
] as const satisfies readonly (readonly [OptionName, string])[];

const lowestFreePort = 1_024;

/** Throws ConfigError for settings that a service cannot have. */
export function serviceFiles({ template, executable, settingsPath, flags, kept = {} }: ServiceWish): ServiceFiles {
  if (flags.data !== undefined)
    throw new ConfigError('--data is not for the service: it keeps everything in /var/lib/tenring.');
  for (const [name, flag] of onceOnly) {
    if (flags[name] !== undefined)
      throw new ConfigError(`${flag} is for one start and not for the service: it would be done again at each one.`);
  }
  const config = readConfig(flags, kept);
  const ports = [config.port, config.realtimePort, config.tls?.port ?? 0, config.tls?.realtimePort ?? 0];
  const isLow = ports.some((port) => port > 0 && port < lowestFreePort);
  const unit = filled(template, {
    executable: quoted(executable),
    settings: settingsPath,
    backups: writableFolders(config),
    privileges: isLow
      ? 'AmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE'
      : 'CapabilityBoundingSet=\nPrivateUsers=yes',
    credentials: credentialsFor(config),
    // Flags go before the file of settings, where the names of the originals are.
    flags: [
      config.tls?.own ? ' --tls-cert %d/tls-cert --tls-key %d/tls-key' : '',
      config.pusher?.file === undefined ? '' : ' --pusher-file %d/pusher',
    ].join(''),
  });
  return { unit, settings: settingsFile(flags, config) };
}

/** Beside its own. Those that are not there (a stick) do not keep it from starting. */
function writableFolders({ backups, publishing }: Config): string {
  const folders = [...(backups ? [backups.folder] : []), ...(publishing?.isFolder ? [publishing.to] : [])];
  return folders.map((folder) => ` ${quoted(`-${folder}`)}`).join('');
}

/** The user that systemd makes up for the service may not read a private key: systemd reads it for it, at each start. */
function credentialsFor({ tls, pusher }: Config): string {
  const files = {
    ...(tls?.own && { 'tls-cert': tls.own.certFile, 'tls-key': tls.own.keyFile }),
    ...(pusher?.file !== undefined && { pusher: pusher.file }),
  };
  return Object.entries(files)
    .map(([name, file]) => `LoadCredential=${quoted(`${name}:${file}`)}`)
    .join('\n');
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  const text = Object.entries(values).reduce(
    (so, [name, value]) => so.replace(`{${name}}`, () => value),
    body(template),
  );
  invariant(!/[{}]/.test(text), 'each name in braces is filled');
  return text;
}

/** Without the lines about the template itself. */
function body(template: string): string {
  return template.slice(template.indexOf('[Unit]'));
}

/** One word of a unit: % begins a specifier there. */
function quoted(word: string): string {
  const text = word.replaceAll('%', '%%');
  return /^[\w./@:+%-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The variables of such a file, as systemd.exec(5) reads what this program writes. */
export function readSettingsFile(text: string): Environment {
  const entries = text.split('\n').flatMap((line) => {
    const [, name, inQuotes, bare] = /^\s*(TENRING_\w+)=(?:"((?:[^"\\]|\\.)*)"|(.*?))\s*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, inQuotes?.replace(/\\(.)/g, '$1') ?? bare] as const];
  });
  return Object.fromEntries(entries);
}

function settingsFile(given: RawSettings, { backups, tls, pusher, publishing }: Config): string {
  // A path is as seen from here, not from the service.
  const paths = {
    ...{ backupTo: backups?.folder, tlsCert: tls?.own?.certFile, tlsKey: tls?.own?.keyFile },
    ...{ pusherFile: pusher?.file, publishTo: publishing?.to },
  };
  const flags: RawSettings = {
    ...given,
    ...Object.fromEntries(Object.entries(paths).filter(([name, path]) => path && name in given)),
  };

  const rows: readonly (OptionRow & { readonly name: OptionName })[] = options;
  const lines = rows.flatMap(({ name, env }) => {
    const value = flags[name];
    return value === undefined ? [] : [`${env}="${textOf(value).replace(/["\\$`]/g, '\\$&')}"`];
  });
  return [
    '# Settings of the Tenring service, one a line; `tenring check --help` names them all. After a change:',
    '#   sudo systemctl restart tenring',
    ...lines,
    '',
  ].join('\n');
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
