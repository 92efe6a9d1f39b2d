// A topic's snapshots and deltas, made from the state. Deltas say how things are now, not what was done: those not sent yet add up
// to one.

import { athleteSheetOf } from '../domain/card/athlete-sheet.ts';
import { sheetArchersOf, sheetEndOf, type TargetSheet, targetSheetOf } from '../domain/card/target-sheet.ts';
import { clockOfMatch, clocksInOrder, lineClockOf } from '../domain/clock/kept-clock.ts';
import type { Competition } from '../domain/competition.ts';
import { matchSheetOf } from '../domain/event/match-sheet.ts';
import { leaderboardOf, leaderboardRowOf, scoreLineOf } from '../domain/ranking/leaderboard.ts';
import { showSheetOf } from '../domain/show/show-sheet.ts';
import { type DeltaBody, type SnapshotBody, serverMessageToBytes, type WholeBody } from '../wire/server-to-client.ts';
import type { Topic } from '../wire/topics.ts';

/** By entry: the ends that changed, or all that is shown of it. */
export type ChangedEntries = ReadonlyMap<number, ReadonlySet<number> | 'all'>;

/** Topics that are small, and sent whole. */
export type WholeTopic = Extract<Topic, { readonly kind: WholeBody['kind'] }>;
type PartedTopic = Exclude<Topic, WholeTopic>;

export function isWhole(topic: Topic): topic is WholeTopic {
  return topic.kind !== 'leaderboard' && topic.kind !== 'target';
}

/** Undefined where the competition has no such category, target, match or entry, or no clock. */
export function snapshotBodyOf(topic: Topic, state: Competition): SnapshotBody | undefined {
  if (isWhole(topic)) return wholeBodyOf(topic, state);
  if (topic.kind === 'leaderboard') {
    const leaderboard = leaderboardOf(state, topic.category);
    return leaderboard && { kind: 'leaderboard', leaderboard };
  }
  const sheet = targetSheetOf(state, topic.butt);
  return sheet && { kind: 'targetSheet', sheet };
}

function wholeBodyOf(topic: WholeTopic, state: Competition): WholeBody | undefined {
  switch (topic.kind) {
    case 'match': {
      const sheet = matchSheetOf(state, topic.event, topic.match);
      return sheet && { kind: 'match', sheet };
    }
    case 'athlete': {
      const sheet = athleteSheetOf(state, topic.entry);
      return sheet && { kind: 'athlete', sheet };
    }
    case 'clock': {
      const clock = lineClockOf(state.clocks, topic.session);
      return clock && { kind: 'clock', clock };
    }
    case 'matchClock': {
      const clock = clockOfMatch(state.clocks, topic.event, topic.match);
      return clock && { kind: 'matchClock', clock };
    }
    case 'clocks':
      return { kind: 'clocks', clocks: clocksInOrder(state.clocks) };
    case 'show':
      return { kind: 'show', show: showSheetOf(state) };
  }
}

/** Differs when what is shown does: the whole of a small topic, the head of a target's sheet. Undefined of a leaderboard. */
export function fingerprintOf(body: SnapshotBody): Uint8Array | undefined {
  if (body.kind === 'leaderboard') return undefined;
  const compared = body.kind === 'targetSheet' ? ({ kind: body.kind, sheet: headOf(body.sheet) } as const) : body;
  // A copy: the encoder's own bytes are a view of a pool that they would keep.
  return new Uint8Array(
    serverMessageToBytes({ kind: 'snapshot', topic: '', at: { epoch: '', seq: 0 }, body: compared }),
  );
}

function headOf({ archers: _, ownRounds: __, ...head }: TargetSheet): TargetSheet {
  return { ...head, archers: [] };
}

/** Undefined where there is nothing to show any more. */
export function deltaBodyOf(topic: Topic, state: Competition, changed: ChangedEntries): DeltaBody | undefined {
  if (!isWhole(topic)) return partOf(topic, state, changed);
  const whole = wholeBodyOf(topic, state);
  return whole && { kind: 'whole', whole };
}

function partOf({ kind }: PartedTopic, state: Competition, changed: ChangedEntries): DeltaBody {
  return kind === 'leaderboard' ? leaderboardDelta(state, changed) : sheetDelta(state, changed);
}

function leaderboardDelta(state: Competition, changed: ChangedEntries): DeltaBody {
  const entries = [...changed];
  const rows = entries.map(([entry, what]) => (what === 'all' ? leaderboardRowOf(state, entry) : undefined));
  const scores = entries.map(([entry, what]) => (what === 'all' ? undefined : scoreLineOf(state, entry)));
  return { kind: 'leaderboard', rows: rows.filter((row) => !!row), scores: scores.filter((score) => !!score) };
}

function sheetDelta(state: Competition, changed: ChangedEntries): DeltaBody {
  // Of a card that the public sees as it was, an end says nothing: what is noted beside it goes on.
  const isAsShot = state.show.frozen.size === 0;
  const whole = [...changed].flatMap(([entry, what]) => (what === 'all' || !isAsShot ? [entry] : []));
  const ends = [...changed].flatMap(([entry, what]) =>
    what === 'all' || !isAsShot ? [] : [...what].map((end) => sheetEndOf(state, entry, end)),
  );
  return { kind: 'targetSheet', ...sheetArchersOf(state, whole), ends: ends.filter((end) => !!end) };
}
