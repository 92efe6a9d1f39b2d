// What the leaderboard and the archive say of a competition that a test has scored through the whole appliance, counted here without the
// domain's own counting.
import assert from 'node:assert/strict';
import type { End } from '../domain/card/scorecard.ts';
import type { NewEntry } from '../domain/commands.ts';
import type { RecordedFact } from '../domain/facts.ts';
import { parseTarget } from '../domain/target.ts';
import type { EntryView } from '../wire/api-entries.ts';
import type { Leaderboard } from '../wire/api-leaderboards.ts';
import type { DeskClient } from './desk-client.ts';
import type { ReplayedCommand, ReplayPlan } from './replay.ts';

/** What a card comes to. */
export interface Count {
  readonly total: number;
  readonly arrows: number;
  readonly x: number;
  /** With the inner tens. */
  readonly ten: number;
  readonly nine: number;
}

export function countByHand(ends: readonly End[]): Count {
  const arrows = ends.flat().filter((arrow) => arrow !== null);
  const x = arrows.filter((arrow) => arrow === 'X').length;
  return {
    total: arrows.reduce((sum, arrow) => sum + (arrow === 'X' ? 10 : arrow === 'M' ? 0 : Number(arrow)), 0),
    arrows: arrows.length,
    x,
    ten: x + arrows.filter((arrow) => arrow === '10').length,
    nine: arrows.filter((arrow) => arrow === '9').length,
  };
}

/** Who stands where is what the appliance says; what everybody shoots is given by name. */
export async function planFromDesk(
  desk: DeskClient,
  competition: string,
  endsByName: ReadonlyMap<string, readonly End[]>,
): Promise<Pick<ReplayPlan, 'entries' | 'cards'>> {
  const views = await desk.request<readonly EntryView[]>('GET', `/api/competitions/${competition}/entries`);
  assert.deepEqual(
    views.map(({ number }) => number),
    views.map((_, index) => index + 1),
  );
  const entries = views.map(
    ({ name, club, category, target }): NewEntry => ({ name, club, category, target: parseTarget(target ?? '') }),
  );
  const cards = new Map(views.map(({ number, name }) => [number, endsByName.get(name) ?? []]));
  return { entries: { kind: 'importEntries', categories: [], entries }, cards };
}

export interface Standing {
  readonly rank: number;
  readonly total: number;
  readonly arrows: number;
  /** By the names of the tie-break: `x`, `ten`, `nine`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** By name, in the order of the leaderboard's rows. */
export async function readStandings(
  desk: DeskClient,
  competition: string,
  category: string,
): Promise<ReadonlyMap<string, Standing>> {
  const path = `/api/competitions/${competition}/leaderboards/${category}`;
  const { head, rows } = await desk.request<Leaderboard>('GET', path);
  const standings = new Map(
    rows.map(({ name, rank, total, arrows, counts }) => [
      name,
      {
        rank,
        total,
        arrows,
        counts: Object.fromEntries(head.tieBreak.map((each, index) => [each, counts[index] ?? -1])),
      },
    ]),
  );
  assert.equal(standings.size, rows.length);
  for (const { rank } of rows) {
    assert.equal(rank, 1 + rows.filter((row) => row.rank < rank).length, 'a place is one more than those before it');
  }
  assert.deepEqual(
    rows.map(({ rank }) => rank),
    rows.map(({ rank }) => rank).toSorted((a, b) => a - b),
  );
  return standings;
}

/** Every box that holds an arrow, as `entry/end/box`. */
function boxesOfCards(cards: ReadonlyMap<number, readonly End[]>): ReadonlyMap<string, string> {
  const boxes = new Map<string, string>();
  for (const [entry, ends] of cards) {
    for (const [index, end] of ends.entries()) {
      for (const [box, arrow] of end.entries()) if (arrow !== null) boxes.set(`${entry}/${index + 1}/${box}`, arrow);
    }
  }
  return boxes;
}

function boxesOfFacts(facts: readonly RecordedFact[]): ReadonlyMap<string, string> {
  const boxes = new Map<string, string>();
  for (const { fact } of facts) {
    if (fact.kind !== 'arrowsScored') continue;
    for (const [offset, arrow] of fact.arrows.entries()) {
      const box = `${fact.entry}/${fact.end}/${fact.first + offset}`;
      assert.ok(!boxes.has(box), `${box} was written twice`);
      boxes.set(box, arrow);
    }
  }
  return boxes;
}

/** Every arrow is there once and as it was shot, every command is one fact, and every tablet was told the right place of it. */
export function assertArchived(
  facts: readonly RecordedFact[],
  cards: ReadonlyMap<number, readonly End[]>,
  commands: readonly ReplayedCommand[],
  acks: ReadonlyMap<string, number>,
): void {
  assert.deepEqual(
    facts.map(({ seq }) => seq),
    facts.map((_, index) => index + 1),
    'no gap in the archive',
  );
  const scored = facts.filter(({ fact }) => fact.kind === 'arrowsScored');
  assert.deepEqual(
    scored.map(({ commandId }) => commandId).sort(),
    commands.map(({ commandId }) => commandId).sort(),
    'each command is in the archive once, and nothing else is',
  );
  assert.deepEqual(new Map(scored.map(({ commandId, seq }) => [commandId, seq])), new Map(acks));
  assert.deepEqual(boxesOfFacts(facts), boxesOfCards(cards));
}

/** The archive's arrows, card by card. */
export function countArchived(facts: readonly RecordedFact[]): ReadonlyMap<number, Count> {
  const arrows = new Map<number, End[]>();
  for (const { fact } of facts) {
    if (fact.kind === 'arrowsScored') arrows.set(fact.entry, [...(arrows.get(fact.entry) ?? []), fact.arrows]);
  }
  return new Map([...arrows].map(([entry, ends]) => [entry, countByHand(ends)]));
}
