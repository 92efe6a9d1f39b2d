// Regular backups to a folder: one when something was acknowledged since the last, at most every so many minutes. What keeps it from its
// work is said (status, desk, log, metrics) and tried again until it goes; nothing else waits for it.
import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScheduledBackups } from '../config/config.ts';
import type { Clock } from '../kit/clock.ts';
import { systemCodeOf } from '../kit/durable-files.ts';
import type { Log } from '../kit/log.ts';
import type { BackupStatus, BackupTrouble } from '../wire/api-status.ts';
import { BackupFailedError, failureOf } from './backup-failure.ts';
import { backupFileName, freePath } from './file-names.ts';
import { fileExtension, secretNames } from './format.ts';
import type { BackupMaker } from './make-backup.ts';
import { createState, readState, type ScheduleState, writeState } from './schedule-state.ts';
import { lookAtTarget, makeRoom, rotate } from './target-folder.ts';
import type { KnownHead } from './write-tail.ts';

export interface ScheduleParts {
  readonly settings: ScheduledBackups;
  readonly dataFolder: string;
  readonly maker: BackupMaker;
  readonly clock: Clock;
  readonly log: Log;
  readonly deviceOf?: (path: string) => number;
  readonly freeBytesOf?: (folder: string) => Promise<number>;
}

export interface BackupSchedule {
  status(): BackupStatus;
  /** Lets the backup under way end. */
  stop(): Promise<void>;
}

/** After a start there is better to do. */
const firstRestMs = 20_000;
/** How soon a stick that is back is noticed. */
const retryMs = 15_000;
const minuteMs = 60_000;
/** Beside the copy and the file itself. */
const sparedBytes = 16 * 1024 * 1024;

export function startSchedule(parts: ScheduleParts): BackupSchedule {
  const { settings, dataFolder, maker, clock, log, deviceOf, freeBytesOf = freeBytes } = parts;
  const { folder, keep } = settings;
  const everyMs = settings.everyMinutes * minuteMs;
  const stopping = new AbortController();
  const kept = readState(dataFolder);
  let state: ScheduleState = kept?.folder === folder ? kept : createState(folder, kept?.id);
  let isKnown = kept?.folder === folder;
  let trouble: BackupTrouble | null = null;
  let nextAt = clock.now();
  /** What the last file holds; unknown after a start. */
  let savedContent: string | undefined;

  function remember(changed: Partial<ScheduleState>) {
    state = { ...state, ...changed };
    writeState(dataFolder, state);
  }

  function fail({ kind, message }: BackupTrouble) {
    if (trouble?.message === message) return;
    trouble = { kind, message };
    log.warn({ folder }, `No backup can be made: ${message}`);
  }

  function succeed() {
    if (trouble !== null) log.info({ folder }, 'backups go on');
    trouble = null;
  }

  /** When they were changed. */
  function secrets(): readonly number[] {
    return secretNames.map((name) => statSync(join(dataFolder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  }

  /** Of our files in the folder, what is left: a small stick holds fewer than are wanted. */
  async function requireSpace(files: readonly string[]): Promise<readonly string[]> {
    const bytes = statSync(join(dataFolder, 'tenring.db'), { throwIfNoEntry: false })?.size ?? 0;
    const needed = 2 * bytes + sparedBytes;
    const missing = needed - (await freeBytesOf(folder));
    if (missing <= 0) return files;
    const left = makeRoom(folder, state.id, files, missing);
    const free = await freeBytesOf(folder);
    if (free < needed) {
      const message = `${folder} is full: ${megabytes(free)} free, ${megabytes(needed)} needed`;
      throw new BackupFailedError({ kind: 'diskFull', message });
    }
    log.warn(
      { folder, removed: files.length - left.length },
      'the stick is small: older backups went before their time',
    );
    return left;
  }

  async function run(): Promise<void> {
    const known = isKnown ? { id: state.id, wasApart: state.wasApart } : undefined;
    const found = lookAtTarget({ folder, dataFolder, id: state.id, known, ...(deviceOf ? { deviceOf } : {}) });
    if (found.kind === 'missing') throw new BackupFailedError({ kind: 'missing', message: found.why });
    if (!isKnown) {
      if (!found.isApart) log.warn({ folder }, 'backups go to the same disk as the scores: it may break with them');
      remember({ wasApart: found.isApart });
      isKnown = true;
    }
    const now = clock.now();
    const [heads, present] = [maker.heads(), secrets()];
    if (heads.length === 0) return;
    if (contentOf(heads, present) === savedContent && state.lastFile !== null && existsSync(state.lastFile)) {
      remember({ lastAt: now });
      return;
    }
    const left = await requireSpace(found.files);
    const made = await maker.make(freePath(folder, backupFileName(now), fileExtension));
    const gone = rotate(folder, state.id, left, basename(made.path), keep);
    savedContent = contentOf(made.manifest.competitions, present);
    remember({ lastAt: now, lastFile: made.path });
    log.info({ file: made.path, bytes: made.bytes, removed: gone.length }, 'backup made');
  }

  async function attempt(): Promise<void> {
    try {
      await run();
      succeed();
    } catch (error) {
      if (error instanceof BackupFailedError) fail(error);
      else if (systemCodeOf(error) !== '') fail(failureOf(error, undefined));
      else throw error;
    }
  }

  async function rest(milliseconds: number): Promise<void> {
    nextAt = clock.now() + milliseconds;
    await clock.sleep(milliseconds, stopping.signal).catch(() => undefined);
  }

  async function goOn(): Promise<void> {
    const since = state.lastAt === null ? everyMs : Math.max(0, clock.now() - state.lastAt);
    await rest(Math.max(firstRestMs, Math.min(everyMs, everyMs - since)));
    while (!stopping.signal.aborted) {
      await attempt();
      await rest(trouble === null ? everyMs : Math.min(retryMs, everyMs));
    }
  }

  const over = goOn().catch((error: unknown) => {
    // A defect of ours costs backups, never scores.
    const why = error instanceof Error ? error.message : String(error);
    trouble = { kind: 'failed', message: `Tenring made a mistake (${why}): start it again` };
    log.error({ error: String(error) }, 'backups have stopped');
  });

  return {
    status: () => ({ lastAt: state.lastAt, lastFile: state.lastFile, nextAt, trouble }),
    async stop() {
      stopping.abort(new Error('stopping'));
      await over;
    },
  };
}

/** Competitions by where they stand, and the secrets. */
function contentOf(competitions: readonly Omit<KnownHead, 'name'>[], secrets: readonly number[]): string {
  return JSON.stringify([competitions.map(({ id, epoch, seq }) => [id, epoch, seq]).toSorted(), secrets]);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
