// What Tenring is made of and what keeps it safe: Redis, versions, backups, certificates, and what a running one says of itself.
import { bad, type Finding, ok, warn } from './finding.ts';

export type RedisFacts =
  | { readonly kind: 'builtIn'; readonly version: string | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable'; readonly why: string }
  | {
      readonly kind: 'outside';
      readonly version: string;
      /** Undefined where it does not let us ask. */
      readonly policy: string | undefined;
      readonly appendOnly: boolean | undefined;
      readonly fsync: string | undefined;
    };

export function judgeRedis(facts: RedisFacts): readonly Finding[] {
  const subject = 'Redis';
  switch (facts.kind) {
    case 'missing':
      return [
        bad(subject, 'there is no redis-server on this machine', 'Install it, or use another one with --redis URL.'),
      ];
    case 'unreachable':
      return [
        bad(subject, `the one of --redis does not answer: ${facts.why}`, 'Start it, or check address and password.'),
      ];
    case 'builtIn':
      if (facts.version === undefined)
        return [
          bad(
            subject,
            'the built-in one cannot be run',
            'May files of the data folder be run (noexec)? Choose another --data.',
          ),
        ];
      return [ok(subject, `built in, ${facts.version}`)];
    case 'outside':
      return judgeOutside(facts);
  }
}

function judgeOutside({
  version,
  policy,
  appendOnly,
  fsync,
}: RedisFacts & { readonly kind: 'outside' }): readonly Finding[] {
  const subject = 'Redis';
  const found: Finding[] = [];
  if (policy?.startsWith('allkeys'))
    found.push(
      bad(
        subject,
        `its policy ${policy} may throw scores away when memory is full`,
        'CONFIG SET maxmemory-policy volatile-lru (and in redis.conf)',
      ),
    );
  if (appendOnly === false)
    found.push(bad(subject, 'it does not keep scores on its disk', 'CONFIG SET appendonly yes (and in redis.conf)'));
  else if (fsync !== undefined && fsync !== 'always')
    found.push(
      warn(
        subject,
        `appendfsync ${fsync}: a power cut there may lose the last second’s scores`,
        'CONFIG SET appendfsync always',
      ),
    );
  if (policy === undefined || appendOnly === undefined)
    found.push(
      warn(
        subject,
        'it does not say how it keeps its data',
        'Check maxmemory-policy volatile-lru, appendonly yes, appendfsync always.',
      ),
    );
  return found.length > 0 ? found : [ok(subject, `outside, ${version}`)];
}

export interface BackupFacts {
  readonly nowMs: number;
  readonly isScheduled: boolean;
  readonly lastAt: number | undefined;
  readonly everyMinutes: number | undefined;
  readonly trouble: { readonly kind: keyof typeof mends; readonly message: string } | undefined;
}

const mends = {
  missing: 'Put the stick back, or choose another folder with --backup-to.',
  diskFull: 'Make room on it, or choose another folder with --backup-to.',
  failed: 'Is the stick good? tenring service logs shows more.',
} as const;

const minute = 60_000;

export function judgeBackup({ nowMs, isScheduled, lastAt, everyMinutes = 15, trouble }: BackupFacts): Finding {
  const subject = 'Backup';
  const last = lastAt === undefined ? 'none so far' : `the last one is ${ageOf(nowMs - lastAt)} old`;
  if (trouble !== undefined) return bad(subject, `${trouble.message} (${last})`, mends[trouble.kind]);
  if (!isScheduled) return warn(subject, `no regular ones, ${last}`, 'Plug in a stick and start with --backup-to.');
  if (lastAt !== undefined && nowMs - lastAt > Math.max(3 * everyMinutes * minute, 60 * minute))
    return warn(subject, last, 'Is Tenring running, and the stick there?');
  return ok(subject, last);
}

function ageOf(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / minute));
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 60 / 24)} days`;
}

const day = 24 * 60 * minute;

/** `validTo` undefined: it cannot be read. */
export function judgeCertificate(validTo: number | undefined, nowMs: number, isOwn: boolean): Finding {
  const subject = 'Certificate';
  if (validTo === undefined) return bad(subject, 'it cannot be read', 'Check --tls-cert.');
  const days = Math.floor((validTo - nowMs) / day);
  if (days < 0)
    return bad(
      subject,
      'it has expired',
      isOwn ? 'Get a new one for --tls-cert.' : 'Start Tenring: it makes a new one.',
    );
  if (isOwn && days < 14) return warn(subject, `${days} days left`, 'Get a new one for --tls-cert.');
  return ok(subject, `${days} days left`);
}

/** What devices trust; undefined where there is none, or it cannot be read. */
export function judgeAuthority(validTo: number | undefined, nowMs: number): readonly Finding[] {
  if (validTo === undefined) return [];
  const subject = 'Authority';
  const days = Math.floor((validTo - nowMs) / day);
  const todo =
    'If the clock is right, delete tls/authority.pem in the data folder, start again, and trust the new one on every device.';
  if (days < 0) return [bad(subject, 'what devices were told to trust has ended', todo)];
  const words = `devices can trust it for ${days} days more`;
  return [days < 90 ? warn(subject, words, todo) : ok(subject, words)];
}

export function judgeRunning(troubles: readonly { readonly message: string }[]): readonly Finding[] {
  return troubles.map(({ message }) =>
    bad('Running Tenring', message, 'tenring status shows more; tenring service logs too.'),
  );
}
