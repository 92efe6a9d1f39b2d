import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardAttempts, foldCards, playCards, shortCompetition } from '../testing/card-attempts.ts';
import { after, contextOf } from '../testing/small-competition.ts';
import { differencesOf } from './card/double-entry.ts';
import { isEndComplete, lastEndBegun, scorecardOfEnds } from './card/scorecard.ts';
import type { CardCommand } from './commands.ts';
import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from './competition.ts';
import { decide } from './decide.ts';
import { competitionToSnapshot, snapshotToCompetition } from './document/snapshot.ts';
import { leaderboardOf, rankRows } from './ranking/leaderboard.ts';
import type { RejectionCode } from './rejections.ts';

const start = shortCompetition();
/** Few runs come as far as a signed card. */
const runs = { numRuns: 400 };
const fresh = competitionToSnapshot(start);
/** What leaves no line in the card's record. */
const untold: ReadonlySet<CardCommand['kind']> = new Set(['scoreArrows', 'checkEnd', 'signCard']);

/** Lists keep their contents private: what is compared has to be taken out. */
function contentsOf({ entries, scorecards, notes, entriesByButt, ...rest }: Competition) {
  const lists = [entries, scorecards, notes, entriesByButt].map((list) => [...list.entries()]);
  return { ...rest, lists };
}

test('whatever is asked, cards stay in order and their counts are those of their arrows', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state } = playCards(start, steps);
      for (const [entry, card] of state.scorecards.entries()) {
        const round = roundOfEntry(state, entry);
        assert.ok(round);
        assert.deepEqual(card, scorecardOfEnds(round, card.ends));
        const { held } = notesOf(state, entry);
        const last = lastEndBegun(card);
        for (const [index, end] of card.ends.entries()) {
          assert.equal(end.length, round.distances[0]?.arrowsPerEnd);
          if (index + 1 < last) assert.ok(isEndComplete(end) || held.has(index + 1), `end ${index + 1} of ${last}`);
        }
      }
    }),
    runs,
  );
});

test('whatever is asked, what is noted beside a card fits it', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state, accepted, facts } = playCards(start, steps);
      for (const [entry, notes] of state.notes.entries()) {
        const round = roundOfEntry(state, entry);
        assert.ok(round);
        const card = scorecardOf(state, entry);
        for (const end of notes.held.keys()) assert.equal(isEndComplete(endOf(card, round, end)), false);
        for (const [end, { arrows, actor }] of notes.checks) {
          assert.ok(isEndComplete(arrows));
          if (actor.role === 'scorer') assert.notEqual(notes.writers.get(end), actor.device);
        }
        for (const [end, hits] of notes.hits) {
          const now = endOf(card, round, end);
          assert.equal(hits.length, now.length);
          assert.ok(hits.some((hit) => hit !== null));
          assert.ok(hits.every((hit, box) => hit === null || now[box] !== null));
        }
        if (notes.lock) assert.deepEqual(differencesOf(card, notes, round).differing, []);
        const told = accepted.filter(([{ kind, ...command }]) => command.entry === entry && !untold.has(kind));
        const signed = facts.filter(
          ([fact]) => fact.kind === 'cardLocked' && fact.entry === entry && fact.by === 'Rina, Rina',
        );
        assert.equal(notes.changes.length, told.length + signed.length);
      }
    }),
    runs,
  );
});

test('a signed card keeps its arrows and its second card, whatever is asked', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      playCards(start, steps, (before, { entry }, next) => {
        if (!notesOf(before, entry).lock) return;
        assert.equal(scorecardOf(next, entry), scorecardOf(before, entry));
        assert.equal(notesOf(next, entry).checks, notesOf(before, entry).checks);
        assert.equal(notesOf(next, entry).held, notesOf(before, entry).held);
        assert.equal(notesOf(next, entry).hits, notesOf(before, entry).hits);
      });
    }),
    runs,
  );
});

test('the state is the fold of the facts, and deciding changes nothing by itself', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state, facts } = playCards(start, steps);
      assert.deepEqual(contentsOf(foldCards(start, facts)), contentsOf(state));
      assert.deepEqual(competitionToSnapshot(start), fresh);
    }),
    runs,
  );
});

test('a snapshot, through JSON, is the same competition', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state } = playCards(start, steps);
      const json = JSON.stringify(competitionToSnapshot(state));
      const restored = snapshotToCompetition(JSON.parse(json));
      assert.ok(restored);
      assert.deepEqual(competitionToSnapshot(restored), competitionToSnapshot(state));
      assert.deepEqual(contentsOf(restored), contentsOf(state));
    }),
    runs,
  );
});

test('archers do not disturb each other: their facts may come in any order between them', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state, facts } = playCards(start, steps);
      const entryOf = ([fact]: (typeof facts)[number]) => ('entry' in fact ? fact.entry : 0);
      const folded = foldCards(
        start,
        facts.toSorted((a, b) => entryOf(b) - entryOf(a)),
      );
      assert.deepEqual([...folded.scorecards.entries()], [...state.scorecards.entries()]);
      assert.deepEqual([...folded.notes.entries()], [...state.notes.entries()]);
      for (const category of state.categories.keys()) {
        const [rows, others] = [leaderboardOf(state, category)?.rows, leaderboardOf(folded, category)?.rows];
        assert.ok(rows && others);
        assert.deepEqual(rankRows(others), rankRows(rows.toReversed()));
      }
    }),
    runs,
  );
});

test('asking the same again is refused: no arrow, ruling or signature counts twice', () => {
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state, accepted } = playCards(start, steps);
      const last = accepted.at(-1);
      // A second scorer may say the same again.
      if (!last || last[0].kind === 'checkEnd') return;
      assert.equal(decide(state, last[0], contextOf(last[1])).kind, 'rejected');
    }),
    runs,
  );
});

test('a correction followed by its reverse changes nothing but the record', () => {
  const wrong = fc.array(fc.constantFrom('10', '8', 'M'), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(cardAttempts, wrong, (steps, arrows) => {
      const { state } = playCards(start, steps);
      const { lock, standing } = notesOf(state, 1);
      const was = scorecardOf(state, 1).ends[0];
      if (!was || !isEndComplete(was) || was.join() === arrows.join() || lock) return;
      if (standing !== 'competing' && standing !== 'DNF') return;
      const correction = { kind: 'correctEnd', entry: 1, end: 1, was, arrows, reason: 'misread' } as const;
      const once = after(state, correction);
      assert.notDeepEqual(scorecardOf(once, 1), scorecardOf(state, 1));
      const twice = after(once, { ...correction, was: arrows, arrows: was });
      // What was plotted and who had signed belonged to the arrows that stood there.
      const { changes, writers: _, hits, signatures, ...noted } = notesOf(twice, 1);
      const { changes: before, writers: __, hits: ___, signatures: ____, ...notedBefore } = notesOf(state, 1);
      assert.equal(signatures.size, 0);
      for (const box of was.keys()) if (was[box] !== arrows[box]) assert.equal(hits.get(1)?.[box] ?? null, null);
      assert.deepEqual(noted, notedBefore);
      assert.deepEqual(changes.slice(0, -2), before);
      assert.equal(changes.length, before.length + 2);
      const kept = { ...twice, notes: state.notes };
      assert.deepEqual(contentsOf(kept), contentsOf(state));
    }),
    runs,
  );
});

/** Every rule that a card can be refused by. What cannot happen to cards belongs to other tests. */
const cardCodes: readonly RejectionCode[] = [
  'unknownEntry',
  'unknownDevice',
  'notAllowed',
  'notYourTarget',
  'noSuchEnd',
  'endOutOfOrder',
  'tooManyArrows',
  'noArrows',
  'valueNotOnFace',
  'arrowAlreadyScored',
  'nothingToCorrect',
  'changedMeanwhile',
  'onlyLastEnd',
  'judgeMissing',
  'reasonMissing',
  'cardLocked',
  'cardNotLocked',
  'cardIncomplete',
  'cardsDiffer',
  'standingUnchanged',
  'notCompeting',
  'rulingDoesNotFit',
  'rulingChangesNothing',
  'sameScorer',
  'alreadySigned',
  'nameMissing',
  'signatureWrong',
  'hitsWrong',
  'nothingToHold',
];

test('these runs meet every rule of scoring and judging (or they would prove little)', () => {
  const met = new Set<RejectionCode>();
  const done = new Set<string>();
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { codes, facts } = playCards(start, steps);
      for (const code of codes) met.add(code);
      for (const [fact] of facts) done.add(fact.kind);
    }),
    { seed: 20261123, numRuns: 300 },
  );
  assert.deepEqual(
    cardCodes.filter((code) => !met.has(code)),
    [],
  );
  assert.deepEqual([...met].filter((code) => !cardCodes.includes(code)).sort(), []);
  assert.equal(done.size, 9, [...done].join());
});
