// The real school days of the shared data as competitions of an appliance, before anything is scored.
import assert from 'node:assert/strict';
import { startAppliance } from '../appliance.ts';
import { readConfig } from '../config/config.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { openDesk } from './desk-client.ts';
import { planReplay, type ReplayPlan } from './replay.ts';
import { contextOf } from './sample-competition.ts';
import { deskPassword } from './scoring-venue.ts';
import { readWdvCompetitions, readWdvRows } from './wdv-cards.ts';

export interface SchoolDay {
  readonly name: string;
  readonly plan: ReplayPlan;
  /** As that system had stored them, by entry number. */
  readonly totals: ReadonlyMap<number, number>;
}

export function readSchoolDays(): readonly SchoolDay[] {
  const totals = new Map<string, Map<number, number>>();
  for (const rows of Map.groupBy(readWdvRows(), (row) => row.card_id ?? '').values()) {
    const name = `${rows[0]?.round}-${rows[0]?.date}`;
    const known = totals.get(name) ?? new Map<number, number>();
    known.set(
      known.size + 1,
      rows.reduce((sum, row) => sum + Number(row.end_total), 0),
    );
    totals.set(name, known);
  }
  return [...readWdvCompetitions()].map(([name, cards]) => ({
    name,
    plan: planReplay(name, cards),
    totals: totals.get(name) ?? new Map(),
  }));
}

/**
 * The school round belongs to no World Archery category, and HTTP makes no others. So the first start on the folder runs in this process:
 * its desk creates the competitions, and the category comes through intake with the first pupil of each. Everybody else can come by CSV,
 * into the category that is there by then. Returns the competitions' ids.
 */
export async function prepareSchoolDays(dataFolder: string, days: readonly SchoolDay[]): Promise<readonly string[]> {
  const config = readConfig({ data: dataFolder, host: '127.0.0.1', port: 0, realtimePort: 0 }, {});
  const appliance = await startAppliance(config, { log: silentLog, clock: systemClock });
  try {
    const desk = await openDesk(appliance.ready.origins[0] ?? '', appliance.ready.deskCode, deskPassword);
    const ids: string[] = [];
    for (const { creation, entries } of days.map(({ plan }) => plan)) {
      const { kind: _, ...competition } = creation;
      const { id } = await desk.createCompetition(competition);
      const first = { ...entries, entries: entries.entries.slice(0, 1) };
      const outcome = await appliance.intake.submit(id, first, contextOf({ role: 'system' }));
      assert.equal(outcome.kind, 'accepted');
      ids.push(id);
    }
    return ids;
  } finally {
    await appliance.close();
  }
}
