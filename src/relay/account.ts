// The account at Pusher: what signs, and where. From the settings, or from a file that only its owner may read.
import { readFileSync, statSync } from 'node:fs';
import type { PusherSettings } from '../config/config.ts';
import { StartError } from '../config/start-error.ts';
import type { BudgetLimits } from './budget.ts';

export interface PusherAccount {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly cluster: string | undefined;
  /** Of a server other than Pusher's own that speaks its protocol. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly tls: boolean;
}

/** What pages need to listen: nothing of it is a secret. */
export interface PusherAddress {
  readonly key: string;
  readonly cluster: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly tls: boolean;
}

export function limitsOf({ dailyMessages }: PusherSettings): BudgetLimits {
  return { perSecond: 20, perDay: dailyMessages };
}

export function addressOf({ key, cluster, host, port, tls }: PusherAddress): PusherAddress {
  return { key, cluster, host, port, tls };
}

const known = new Set(['app_id', 'key', 'secret', 'cluster']);

/** Lines as Pusher's own page shows them: `key = "278d425bdf160c739803"`. Anything else in it is passed over. */
export function readAccountLines(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').map((line) => /^\s*(\w+)\s*[=:]\s*"?([^"\s]+)"?\s*$/.exec(line));
  return new Map(
    lines.flatMap((found) => (found?.[1] && found[2] && known.has(found[1]) ? [[found[1], found[2]]] : [])),
  );
}

/** One that systemd hands over (systemd.exec(5)): only the service's own user gets to it, whatever its mode says. */
function isCredential(path: string): boolean {
  const folder = process.env.CREDENTIALS_DIRECTORY;
  return folder !== undefined && path.startsWith(`${folder}/`);
}

/** Throws StartError. */
function readAccountFile(path: string): ReadonlyMap<string, string> {
  let mode: number;
  let text: string;
  try {
    mode = statSync(path).mode;
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartError('usage', `The file ${path} of --pusher-file cannot be read.`, { cause: error });
  }
  if ((mode & 0o077) !== 0 && !isCredential(path))
    throw new StartError('usage', `Others than its owner may read ${path}: chmod 600 it, and start again.`);
  return readAccountLines(text);
}

/** Undefined: no relay. Throws StartError where something is missing. */
export function readAccount(settings: PusherSettings | undefined): PusherAccount | undefined {
  if (!settings) return undefined;
  const file = settings.file === undefined ? new Map<string, string>() : readAccountFile(settings.file);
  const [appId, key, secret] = [
    settings.appId ?? file.get('app_id'),
    settings.key ?? file.get('key'),
    settings.secret ?? file.get('secret'),
  ];
  if (appId === undefined || key === undefined || secret === undefined) {
    const missing = [appId === undefined && 'app id', key === undefined && 'key', secret === undefined && 'secret'];
    throw new StartError(
      'usage',
      `The relay needs Pusher's ${missing.filter(Boolean).join(', ')} too: TENRING_PUSHER_APP_ID, _KEY and _SECRET, or --pusher-file.`,
    );
  }
  const { host, port, tls } = settings;
  return { appId, key, secret, cluster: settings.cluster ?? file.get('cluster'), host, port, tls };
}
