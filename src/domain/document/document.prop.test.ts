// Whatever commands have made of a competition, its file is right and brings it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainState } from '../../testing/plain-state.ts';
import { ask, organiser, tabletAt1 } from '../../testing/small-competition.ts';
import { wholeCompetition } from '../../testing/whole-competition.ts';
import type { Actor } from '../actor.ts';
import type { ArrowValue } from '../arrow-value.ts';
import { scoringModes, standings } from '../card/card-notes.ts';
import type { End } from '../card/scorecard.ts';
import type { Command } from '../commands.ts';
import { type Competition, scorecardOf } from '../competition.ts';
import { findDocumentProblem } from './check-document.ts';
import { competitionToDocument } from './competition-to-document.ts';
import type { CompetitionDocument } from './document.ts';
import { documentToCompetition } from './document-to-competition.ts';

const start = wholeCompetition();
const value = fc.constantFrom<ArrowValue>('X', '10', '9', '9', '8', 'M');
const entry = fc.constantFrom(9, 9, 9, 11, 10, 1, 4);
const end = fc.integer({ min: 1, max: 6 });
const words = {
  by: fc.constantFrom('Hakim', 'Hakim', 'Hakim', ''),
  reason: fc.constantFrom('seen', 'seen', 'seen', ''),
};
const side = fc.constantFrom('a' as const, 'b' as const);
const inMatch = {
  event: fc.constantFrom('RM', 'RM', 'RM-team'),
  match: fc.constantFrom('1/1', '1/2', '2/1', '2/2', 'A/1', 'B/1'),
};
const part = fc.constantFrom('end' as const, 'end' as const, 'shootOff' as const);

function kind<K extends Command['kind']>(name: K) {
  return { kind: fc.constant(name) };
}

/** What a correction says it has seen follows when it is asked. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      ...kind('scoreArrows'),
      entry,
      end,
      first: fc.nat(2),
      arrows: fc.array(value, { minLength: 1, maxLength: 6 }),
      plotted: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...kind('correctEnd'),
      entry,
      end,
      arrows: fc.array(fc.option(value), { minLength: 6, maxLength: 6 }),
      reason: words.reason,
    }),
  },
  fc.record({ ...kind('checkEnd'), entry, end, arrows: fc.array(value, { minLength: 6, maxLength: 6 }) }),
  {
    weight: 3,
    arbitrary: fc.record({ ...kind('holdEnd'), entry, end, cause: fc.constantFrom('bouncer', 'medical'), ...words }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...kind('ruleOnEnd'),
      entry,
      end,
      ruling: fc.constant({ kind: 'outOfTime', arrows: 1 } as const),
      ...words,
    }),
  },
  fc.record({ ...kind('lockCard'), entry, by: words.by }),
  fc.record({
    ...kind('signCard'),
    ...{ entry: fc.constantFrom(1, 4, 4), as: fc.constantFrom('athlete', 'scorer'), name: words.by },
    strokes: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }),
  }),
  fc.record({ ...kind('setScoring'), mode: fc.constantFrom(...scoringModes) }),
  fc.record({ ...kind('unlockCard'), entry, ...words }),
  {
    weight: 2,
    arbitrary: fc.record({
      ...kind('countPaper'),
      ...{ entry: fc.constantFrom(1, 2, 3), total: fc.integer({ min: 50, max: 60 }), counts: fc.constant([1, 2]) },
      by: words.by,
    }),
  },
  fc.record({ ...kind('waivePaper'), entries: fc.constantFrom([4], [5, 6], [4, 9]), ...words }),
  fc.record({ ...kind('takeBackPaper'), entry: fc.constantFrom(1, 4, 9), ...words }),
  fc.record({
    ...kind('writeNote'),
    ...{ note: fc.constantFrom('wind', 'n1', 'p1'), sort: fc.constantFrom('note', 'protest') },
    ...{ about: fc.constantFrom({}, { entry: 1, end: 1 }, { event: 'RM', match: '2/1' }), text: words.reason },
    by: words.by,
  }),
  fc.record({
    ...kind('closeNote'),
    ...{ note: fc.constantFrom('wind', 'n1'), outcome: fc.constantFrom('decided', 'withdrawn'), text: words.reason },
    by: words.by,
  }),
  fc.record({ ...kind('reopenNote'), note: fc.constantFrom('wind', 'n1', 'p1'), ...words }),
  fc.record({ ...kind('setStanding'), entry, standing: fc.constantFrom(...standings), ...words }),
  {
    weight: 6,
    arbitrary: fc.record({
      ...kind('scoreMatch'),
      ...inMatch,
      side,
      part,
      number: fc.integer({ min: 1, max: 3 }),
      first: fc.constant(0),
      arrows: fc.array(value, { minLength: 1, maxLength: 4 }),
      plotted: fc.boolean(),
    }),
  },
  fc.record({
    ...kind('correctMatch'),
    ...inMatch,
    side,
    part,
    number: fc.integer({ min: 1, max: 5 }),
    arrows: fc.array(value, { minLength: 3, maxLength: 3 }),
    ...words,
  }),
  fc.record({
    ...kind('setMatchAttendance'),
    ...inMatch,
    side,
    attendance: fc.constantFrom('present', 'absent', 'forfeited'),
    ...words,
  }),
  fc.record({
    ...kind('measureShootOff'),
    ...inMatch,
    number: fc.constant(1),
    closest: fc.constantFrom('a', 'b', 'equal'),
    by: words.by,
  }),
  fc.record({ ...kind('chooseBeginner'), ...inMatch, begins: side }),
);

function seenBy(state: Competition, asked: { readonly kind: string; readonly [name: string]: unknown }): End {
  if ('entry' in asked) return scorecardOf(state, Number(asked.entry)).ends[Number(asked.end) - 1] ?? [];
  const card = state.events.get(String(asked.event))?.cards.get(String(asked.match));
  const at = Number(asked.number) - 1;
  const pair = asked.part === 'end' ? card?.ends[at] : card?.shootOffs[at]?.arrows;
  return pair?.[asked.side === 'a' ? 'a' : 'b'] ?? [];
}

/** A hit for each arrow, where they are plotted. */
function withHits(asked: object & { readonly plotted?: boolean; readonly arrows?: readonly unknown[] }) {
  const { plotted, ...command } = asked;
  return plotted ? { ...command, hits: command.arrows?.map((_, x) => ({ x, y: -x })) } : command;
}

function play(steps: readonly (readonly [object & { readonly kind: string }, Actor])[]) {
  const done = new Set<string>();
  let state: Competition = start;
  for (const [asked, actor] of steps) {
    const command = { ...withHits(asked), was: seenBy(state, { ...asked }) } as unknown as Command;
    const answer = ask(state, command, actor);
    if (!answer.rejection) done.add(command.kind);
    state = answer.state ?? state;
  }
  return { state, done };
}

const actor = fc.constantFrom<Actor>(organiser, organiser, tabletAt1);
const done = new Set<string>();

test('a file of whatever has happened is right, and is the same state again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, actor), { maxLength: 40, size: 'max' }), (steps) => {
      const played = play(steps);
      for (const each of played.done) done.add(each);
      const document = competitionToDocument(played.state);
      assert.equal(findDocumentProblem(document), undefined);
      const read: CompetitionDocument = JSON.parse(JSON.stringify(document));
      const restored = documentToCompetition(read);
      assert.deepEqual(withoutEmptyNotes(restored), withoutEmptyNotes({ ...played.state, devices: new Map() }));
      assert.deepEqual(competitionToDocument(restored), document);
    }),
    { numRuns: 300 },
  );
});

/** A card of which nothing is noted any more says the same as one of which nothing ever was. */
function withoutEmptyNotes(state: Competition) {
  const plain = plainState(state);
  const notes = plain.notes.filter(
    ([, { standing, lock, held, writers, checks, signatures, hits, changes, paper }]) => {
      const maps = [held, writers, checks, signatures, hits];
      return standing !== 'competing' || lock || paper || changes.length > 0 || maps.some(({ size }) => size > 0);
    },
  );
  return { ...plain, notes };
}

test('every kind of command above came through at least once', () => {
  const kinds = [
    'scoreArrows',
    'correctEnd',
    'checkEnd',
    'holdEnd',
    'ruleOnEnd',
    'lockCard',
    'unlockCard',
    'setStanding',
    'signCard',
    'setScoring',
    'countPaper',
    'waivePaper',
    'takeBackPaper',
    'writeNote',
    'closeNote',
    'reopenNote',
  ];
  const ofMatches = ['scoreMatch', 'correctMatch', 'setMatchAttendance', 'chooseBeginner'];
  assert.deepEqual(
    [...kinds, ...ofMatches].filter((each) => !done.has(each)),
    [],
  );
});
