// What must be true in the end, whatever has happened: written without a thought for how the appliance does it.
import assert from 'node:assert/strict';
import type { ArrowValue } from '../../domain/arrow-value.ts';
import { type Competition, scorecardOf } from '../../domain/competition.ts';
import { evolve } from '../../domain/evolve.ts';
import { leaderboardOf } from '../../domain/ranking/leaderboard.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import type { JournalRecord } from '../../journal/journal.ts';
import { hashOfRecord } from '../../journal/record-chain.ts';
import { bytesToFact } from '../../wire/fact-record.ts';
import { findBreak } from '../chained-records.ts';

export interface TypedArrow {
  readonly entry: number;
  readonly end: number;
  readonly box: number;
  readonly value: ArrowValue;
}

export interface Outcome {
  /** Every arrow that was typed. */
  readonly typed: readonly TypedArrow[];
  /** Command ids that a tablet was told are saved, with the seq that it was told; without what a restore took back. */
  readonly acked: ReadonlyMap<string, number>;
  /** The archive, after it has caught up. */
  readonly archived: readonly JournalRecord[];
  readonly archivedHead: Uint8Array | undefined;
  /** What is left in the stream. */
  readonly streamed: readonly JournalRecord[];
  readonly view: CompetitionView;
}

export function checkOutcome(outcome: Outcome): void {
  const { archived, streamed, view, acked } = outcome;
  assert.deepEqual(
    archived.map(({ seq }) => seq),
    archived.map((_, index) => index + 1),
    'the archive has every number once',
  );
  assert.equal(archived.length, view.at.seq, 'the archive has everything that the journal has');
  for (const { seq, bytes } of streamed)
    assert.deepEqual(Uint8Array.from(archived[seq - 1]?.bytes ?? []), bytes, `fact ${seq} is the same in both`);
  checkChain(outcome);
  const facts = archived.map(({ seq, bytes }) => bytesToFact(seq, bytes));
  const lastOfCommand = new Map(facts.map(({ commandId, seq }) => [commandId, seq]));
  for (const [commandId, seq] of acked)
    assert.equal(lastOfCommand.get(commandId), seq, `${commandId} was told to be saved as fact ${seq}`);
  const shots = facts.flatMap(({ seq, commandId, fact }) =>
    fact.kind === 'arrowsScored' ? [{ seq, commandId, ...fact }] : [],
  );
  assert.equal(new Set(shots.map(({ commandId }) => commandId)).size, shots.length, 'no command took effect twice');
  checkArrows(outcome, shots);
  checkState(
    outcome,
    facts.reduce<Competition | undefined>((state, fact) => evolve(state, fact.fact, fact), undefined),
  );
}

function checkChain({ archived, archivedHead, view }: Outcome): void {
  assert.equal(findBreak(archived), undefined, 'the chain is whole');
  const last = hashOfRecord(archived.at(-1)?.bytes ?? new Uint8Array());
  assert.deepEqual(Buffer.from(view.head), Buffer.from(last), 'the head that is shown is the hash of the last fact');
  assert.deepEqual(Buffer.from(archivedHead ?? []), Buffer.from(last), 'and the archive’s own');
}

interface Shot {
  readonly entry: number;
  readonly end: number;
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
}

const boxOf = (entry: number, end: number, box: number) => `${entry} ${end} ${box}`;

function checkArrows({ typed }: Outcome, shots: readonly Shot[]): void {
  const found = shots.map(({ entry, end, first, arrows }) => `${boxOf(entry, end, first)} ${arrows.join()}`);
  const expected = typed.map(({ entry, end, box, value }) => `${boxOf(entry, end, box)} ${value}`);
  assert.deepEqual(found.toSorted(), expected.toSorted(), 'every arrow is there once, and no other');
}

function checkState({ typed, view }: Outcome, folded: Competition | undefined): void {
  assert.ok(folded);
  const entries = new Set(typed.map(({ entry }) => entry));
  for (const entry of entries) {
    const { ends } = scorecardOf(folded, entry);
    for (const { end, box, value } of typed.filter((each) => each.entry === entry))
      assert.equal(ends[end - 1]?.[box], value, boxOf(entry, end, box));
    assert.deepEqual(scorecardOf(view.state, entry), scorecardOf(folded, entry), `the card of ${entry}`);
  }
  for (const code of folded.categories.keys())
    assert.deepEqual(leaderboardOf(view.state, code), leaderboardOf(folded, code), `the leaderboard of ${code}`);
}
