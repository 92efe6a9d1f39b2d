// Published lists shot again through the whole appliance: what its leaderboards make of the same results.
import assert from 'node:assert/strict';
import type { End } from '../domain/card/scorecard.ts';
import { type Discipline, findRound } from '../domain/rounds/rounds.ts';
import { categoryFromCode } from '../domain/setup/categories.ts';
import { createRandom } from '../simulator/random.ts';
import { endsForScore } from './ends-for-score.ts';
import { type Comparison, comparePlaces, type PublishedList, type PublishedRow } from './published-list.ts';
import { readArchive } from './read-archive.ts';
import { commandsOf, replay } from './replay.ts';
import { createDataFolder } from './run-appliance.ts';
import {
  assertArchived,
  type Count,
  countArchived,
  countByHand,
  planFromDesk,
  readStandings,
} from './scored-competition.ts';
import { type Venue, withVenue } from './scoring-venue.ts';

/** Lists that are shot as one competition, by the code of the category. */
export interface PublishedCompetition {
  readonly name: string;
  readonly discipline: Discipline;
  readonly lists: ReadonlyMap<string, PublishedList>;
}

/** Of a leaderboard's or an archive's counts: those that the list has too. */
function assertScore(found: { readonly [count in keyof Count]?: number | undefined }, row: PublishedRow): void {
  const { total, ten, x, nine } = found;
  const { name, tens, xs, nines } = row;
  assert.deepEqual({ total, ten }, { total: row.total, ten: tens }, name);
  if (xs !== undefined) assert.equal(x, xs, name);
  if (nines !== undefined) assert.equal(nine, nines, name);
}

function shoot(code: string, discipline: Discipline, list: PublishedList, seed: number) {
  const round = findRound(categoryFromCode(code, discipline)?.roundId ?? '');
  assert.ok(round, code);
  return list.rows.map((row, index): readonly [string, readonly End[]] => {
    const ends = endsForScore(round, row, createRandom(seed, index));
    assertScore(countByHand(ends), row);
    return [row.name, ends];
  });
}

/** Registered in an order that has nothing to do with the places. Targets are assigned by the appliance, four archers to a butt. */
async function score({ desk, joinTablets }: Venue, competition: PublishedCompetition, ruleSetId: string, seed: number) {
  const { name, discipline, lists } = competition;
  const day = '2025-06-14';
  const { id } = await desk.createCompetition({ name, venue: '', from: day, to: day, discipline, ruleSetId });
  const lines = [...lists].flatMap(([code, { rows }]) => rows.map((row) => `${row.name},,${code}`));
  const csv = ['name,club,category', ...createRandom(seed, 0).shuffle(lines)].join('\n');
  assert.equal((await desk.importCsv(id, csv)).imported, lines.length);
  const endsByName = new Map([...lists].flatMap(([code, list], index) => shoot(code, discipline, list, seed + index)));
  const { cards, entries } = await planFromDesk(desk, id, endsByName);

  const commands = commandsOf({ cards, entries }, { seed, singly: 0 });
  const tablets = await joinTablets(id);
  const { tooEarly, sent } = await replay(commands, tablets.send, 200);
  assert.deepEqual([tooEarly, sent], [0, commands.length]);

  const comparisons: [string, Comparison][] = [];
  for (const [code, list] of lists) comparisons.push([list.title, await compareBoard(desk, id, code, list)]);
  const numbers = new Map(entries.entries.map((entry, index) => [entry.name, index + 1]));
  return { competition, id, cards, commands, acks: tablets.acks, numbers, comparisons };
}

async function compareBoard(desk: Venue['desk'], id: string, code: string, list: PublishedList): Promise<Comparison> {
  const standings = await readStandings(desk, id, code);
  assert.equal(standings.size, list.rows.length);
  for (const row of list.rows) {
    const standing = standings.get(row.name);
    assertScore({ total: standing?.total, ...standing?.counts }, row);
  }
  return comparePlaces(list, new Map([...standings].map(([name, { rank }]) => [name, rank])));
}

export interface Played {
  /** By the lists' titles. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly ends: number;
}

/** All at once on one appliance, its boards and then its archive compared with the lists. */
export async function playPublished(competitions: readonly PublishedCompetition[], ruleSetId: string): Promise<Played> {
  const folder = createDataFolder();
  try {
    const played = await withVenue(folder.path, (venue) =>
      Promise.all(competitions.map((each, index) => score(venue, each, ruleSetId, 1000 * (index + 1)))),
    );
    for (const { competition, id, cards, commands, acks, numbers } of played) {
      const facts = readArchive(folder.path, id);
      assertArchived(facts, cards, commands, acks);
      const counted = countArchived(facts);
      for (const { rows } of competition.lists.values()) {
        for (const row of rows) assertScore({ ...counted.get(numbers.get(row.name) ?? 0) }, row);
      }
    }
    const ends = played.reduce((sum, { commands }) => sum + commands.length, 0);
    return { comparisons: new Map(played.flatMap(({ comparisons }) => comparisons)), ends };
  } finally {
    folder.remove();
  }
}
