// A small competition for several nodes: four archers on two targets, and what has to be true of it everywhere.
import assert from 'node:assert/strict';
import type { ScoreArrows } from '../domain/commands.ts';
import { systemClock } from '../kit/clock.ts';
import type { Answer, SimulatedTablet } from '../simulator/simulated-tablet.ts';
import type { DeskClient } from './desk-client.ts';
import type { RunningAppliance } from './run-appliance.ts';

const csv = 'name,club,category,target\nAda,North,RW,1A\nBea,South,RW,1B\nCyd,East,RW,2A\nDot,West,RW,2B\n';
const arrows: ScoreArrows['arrows'] = ['9', '9', '8', '8', '7', '7'];
const arrowTotal = 48;

export async function createTwinCup(desk: DeskClient): Promise<string> {
  const day = '2026-05-02';
  const days = { from: day, to: day, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  const { id } = await desk.createCompetition({ name: 'Twin Cup', venue: '', ...days });
  await desk.importCsv(id, csv);
  return id;
}

/** The archers of a target. */
export const entriesAt = (butt: 1 | 2): readonly number[] => (butt === 1 ? [1, 2] : [3, 4]);

/** One end of one archer, an arrow in each command. */
export function shootEnd(tablet: SimulatedTablet, entry: number, end: number): Promise<readonly Answer[]> {
  return Promise.all(
    arrows.map((arrow, first) => tablet.submit({ kind: 'scoreArrows', entry, end, first, arrows: [arrow] })),
  );
}

export function assertSaved(answers: readonly Answer[]): void {
  assert.deepEqual([...new Set(answers.map(({ kind }) => kind))], ['saved']);
}

/** Asked again and again; the test's own time limit ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await systemClock.sleep(25);
}

export async function statusOf(node: RunningAppliance, path: string): Promise<number> {
  return (await fetch(node.origin + path)).status;
}

interface Rows {
  readonly rows: readonly { readonly total: number; readonly arrows: number }[];
}

/** Totals by rank once everybody has shot so many ends. */
export async function totalsAfter(
  node: RunningAppliance,
  competition: string,
  ends: number,
): Promise<readonly number[]> {
  let rows: Rows['rows'] = [];
  await until(async () => {
    ({ rows } = (await (await fetch(`${node.origin}/api/competitions/${competition}/leaderboards/RW`)).json()) as Rows);
    return rows.length === 4 && rows.every((row) => row.arrows === 6 * ends);
  });
  return rows.map(({ total }) => total);
}

export const totalsWhenEven = (ends: number): readonly number[] => Array(4).fill(ends * arrowTotal);
