// A topic's snapshots and deltas, made from the state. Deltas say how things are now, not what was done: those not sent yet add up
// to one.

import { sheetArchersOf, sheetEndOf, targetSheetOf } from '../domain/card/target-sheet.ts';
import type { Competition } from '../domain/competition.ts';
import { leaderboardOf, leaderboardRowOf, scoreLineOf } from '../domain/ranking/leaderboard.ts';
import type { DeltaBody, SnapshotBody } from '../wire/server-to-client.ts';
import type { Topic } from '../wire/topics.ts';

/** By entry: the ends that changed, or all that is shown of it. */
export type ChangedEntries = ReadonlyMap<number, ReadonlySet<number> | 'all'>;

/** Undefined where the competition has no such category or target. */
export function snapshotBodyOf(topic: Topic, state: Competition): SnapshotBody | undefined {
  if (topic.kind === 'leaderboard') {
    const leaderboard = leaderboardOf(state, topic.category);
    return leaderboard && { kind: 'leaderboard', leaderboard };
  }
  const sheet = targetSheetOf(state, topic.butt);
  return sheet && { kind: 'targetSheet', sheet };
}

export function deltaBodyOf(topic: Topic, state: Competition, changed: ChangedEntries): DeltaBody {
  return topic.kind === 'leaderboard' ? leaderboardDelta(state, changed) : sheetDelta(state, changed);
}

function leaderboardDelta(state: Competition, changed: ChangedEntries): DeltaBody {
  const entries = [...changed];
  const rows = entries.map(([entry, what]) => (what === 'all' ? leaderboardRowOf(state, entry) : undefined));
  const scores = entries.map(([entry, what]) => (what === 'all' ? undefined : scoreLineOf(state, entry)));
  return { kind: 'leaderboard', rows: rows.filter((row) => !!row), scores: scores.filter((score) => !!score) };
}

function sheetDelta(state: Competition, changed: ChangedEntries): DeltaBody {
  const whole = [...changed].flatMap(([entry, what]) => (what === 'all' ? [entry] : []));
  const ends = [...changed].flatMap(([entry, what]) =>
    what === 'all' ? [] : [...what].map((end) => sheetEndOf(state, entry, end)),
  );
  return { kind: 'targetSheet', ...sheetArchersOf(state, whole), ends: ends.filter((end) => !!end) };
}
