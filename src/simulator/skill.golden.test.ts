// Simulated fields beside real lists: the spread of the totals, at the quantiles 10 to 90% of each.
import assert from 'node:assert/strict';
import { pointsOnFace } from '../domain/rounds/faces.ts';
import { findRound, type Round } from '../domain/rounds/rounds.ts';
import { goldenTest, readRows } from '../testing/shared-data.ts';
import { shootEnd } from './scoring-day.ts';
import type { SkillGroup } from './skill.ts';

const shares = [0.1, 0.25, 0.5, 0.75, 0.9];

function quantiles(totals: readonly number[]): readonly number[] {
  const sorted = totals.toSorted((a, b) => a - b);
  return shares.map((share) => sorted[Math.round(share * (sorted.length - 1))] ?? 0);
}

/** Totals of 500 archers, shot as the demo shoots them. */
function shootField(category: SkillGroup, round: Round): readonly number[] {
  const ends = round.distances.flatMap(({ ends: count, faceId }) => Array.from({ length: count }, () => faceId));
  return Array.from({ length: 500 }, (_, entry) =>
    ends.reduce((total, faceId, index) => {
      const arrows = shootEnd(20261123, { entry, butt: 1, category, round }, index + 1);
      return total + arrows.reduce((sum, arrow) => sum + (pointsOnFace(faceId, arrow) ?? 0), 0);
    }, 0),
  );
}

const outdoor = ['ranking_outdoor_WA70.csv', 'ranking_outdoor_WA50.csv'];
const indoor = ['ranking_indoor_Nimes15.csv', 'ranking_indoor_Nimes16.csv', 'ranking_indoor_Nimes17.csv'];

function readOutdoor(group: SkillGroup): readonly number[] {
  const experienced = new RegExp(`-E-${group[0]}-${group[1]}$`);
  const rows = outdoor.flatMap(readRows).filter((row) => experienced.test(row.group ?? ''));
  return rows.map((row) => Number(row.total));
}

function readIndoor(group: SkillGroup): readonly number[] {
  return indoor
    .flatMap(readRows)
    .filter((row) => row.category === group)
    .map((row) => Number(row.total));
}

// The real lists have 37 to 912 archers; the tolerance, in points of the total, is about the sampling error of both sides.
const cases = [
  ['RM', 'wa720-70', 25],
  ['RW', 'wa720-70', 25],
  ['CM', 'wa720-50-compound', 15],
  ['CW', 'wa720-50-compound', 25],
  ['BM', 'wa720-50-barebow', 25],
  ['BW', 'wa720-50-barebow', 25],
  ['RM', 'wa18-triple', 12],
  ['RW', 'wa18-triple', 20],
  ['CM', 'wa18-compound', 6],
  ['CW', 'wa18-compound', 6],
] as const;

for (const [group, roundId, tolerance] of cases) {
  const round = findRound(roundId);
  assert.ok(round);
  const isOutdoor = round.discipline === 'outdoor';
  goldenTest(
    `${group} on ${roundId}: totals spread like real ones, within ${tolerance} points`,
    isOutdoor ? outdoor : indoor,
    (t) => {
      const real = quantiles(isOutdoor ? readOutdoor(group) : readIndoor(group));
      const simulated = quantiles(shootField(group, round));
      t.diagnostic(`real ${real.join(' ')} · simulated ${simulated.join(' ')}`);
      for (const [index, total] of simulated.entries()) {
        const difference = Math.abs(total - (real[index] ?? 0));
        assert.ok(difference <= tolerance, `${(shares[index] ?? 0) * 100}%: ${total} for ${real[index]}`);
      }
    },
  );
}
