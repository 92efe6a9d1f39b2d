// DATA/backups.json: what the schedule has to know after a start. Losing it costs one backup too many.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import { isRecord } from './is-record.ts';

export interface ScheduleState {
  readonly version: 1;
  /** Of this appliance, in the markers of its sticks. */
  readonly id: string;
  /** The folder that the rest is about. */
  readonly folder: string;
  readonly wasApart: boolean;
  /** Until when everything acknowledged is in `lastFile`; ms since 1970. */
  readonly lastAt: number | null;
  readonly lastFile: string | null;
}

export function createState(folder: string, id = randomBytes(4).toString('hex')): ScheduleState {
  return { version: 1, id, folder, wasApart: false, lastAt: null, lastFile: null };
}

const fileIn = (dataFolder: string) => join(dataFolder, 'backups.json');

/** Undefined where there is none, or another thing. */
export function readState(dataFolder: string): ScheduleState | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'));
    return isState(state) ? state : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeState(dataFolder: string, state: ScheduleState): void {
  writeDurably(fileIn(dataFolder), `${JSON.stringify(state, null, 2)}\n`);
}

function isState(value: unknown): value is ScheduleState {
  if (!isRecord(value) || value.version !== 1) return false;
  const { id, folder, wasApart, lastAt, lastFile } = value;
  return (
    typeof id === 'string' &&
    /^[0-9a-f]{8}$/.test(id) &&
    typeof folder === 'string' &&
    typeof wasApart === 'boolean' &&
    (lastAt === null || typeof lastAt === 'number') &&
    (lastFile === null || typeof lastFile === 'string')
  );
}
