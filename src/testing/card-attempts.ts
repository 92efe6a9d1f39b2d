// What may be asked of cards, mostly sensible and often not, at a competition with a round short enough to be shot to its end: for
// properties of deciding and folding.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor, FactOrigin } from '../domain/actor.ts';
import { type ArrowValue, arrowValues } from '../domain/arrow-value.ts';
import { type Hit, type HoldCause, type Ruling, type Signer, standings } from '../domain/card/card-notes.ts';
import { type End, lastEndBegun, nextEnd } from '../domain/card/scorecard.ts';
import type { CardCommand } from '../domain/commands.ts';
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import type { RejectionCode } from '../domain/rejections.ts';
import { after, ask, contextOf, organiser, smallCompetition, tabletAt1 } from './small-competition.ts';

export const secondTabletAt1: Actor = { role: 'scorer', device: 'tablet-1b' };

/** The small competition; its recurve men shoot three ends of three arrows at a face of three spots. */
export function shortCompetition(): Competition {
  const distance = { metres: 18, faceId: '40-triple', ends: 3, arrowsPerEnd: 3 };
  const round = { id: 'short', name: 'Short', discipline: 'outdoor', distances: [distance] } as const;
  const withRound = after(smallCompetition(), { kind: 'setRound', round });
  const categories = [{ code: 'RM', name: 'Recurve Men', roundId: 'short' }];
  const withCategory = after(withRound, { kind: 'setCategories', categories });
  const device = { device: 'tablet-1b', butt: 1, tokenHash: 'cd', label: 'Second card' };
  return after(withCategory, { kind: 'pairDevice', ...device });
}

/** `end` 0 is the next one; `was` is what stands there, or (when `isStale`) something else. A check `isCopy` of it, or comes as it comes. */
type Attempt = { readonly isStale: boolean; readonly isCopy: boolean } & DistributiveOmit<CardCommand, 'was'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const onFace = fc.constantFrom<ArrowValue>('10', '9', '8', '7', '6', 'M');
const value = fc.oneof({ weight: 30, arbitrary: onFace }, fc.constantFrom<ArrowValue>(...arrowValues));
const arrows = fc.oneof(
  { weight: 4, arbitrary: fc.array(value, { minLength: 3, maxLength: 3 }) },
  fc.array(value, { maxLength: 4 }),
);
const boxes = fc.oneof({ weight: 5, arbitrary: arrows }, fc.array(fc.option(value), { minLength: 2, maxLength: 4 }));
const entry = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constantFrom(1, 2, 3, 5, 6));
const end = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 4));
const isStale = fc.integer({ max: 9, min: 0 }).map((roll) => roll === 0);
const by = fc.constantFrom('Rina', 'Rina', 'Rina', '');
const reason = fc.constantFrom('seen', 'seen', 'seen', ' ');
const any = { entry, end, by, reason, isStale, isCopy: fc.boolean() };
const box = fc.integer({ min: -1, max: 3 });

const coordinate = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: -2_000, max: 2_000 }) }, fc.constant(2_001));
const hit = fc.option(fc.record({ x: coordinate, y: coordinate })) satisfies fc.Arbitrary<Hit>;
const strokes = fc.constantFrom<readonly number[]>([], [], [10, 20, 255, 0], [256]);

const ruling = fc.oneof(
  fc.record({ kind: fc.constant('outOfTime' as const), arrows: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ kind: fc.constant('tooManyArrows' as const), shot: fc.array(value, { minLength: 3, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('sameSpot' as const), boxes: fc.array(box, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('bouncer' as const, 'passThrough' as const), box, value }),
) satisfies fc.Arbitrary<Ruling>;

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      ...any,
      kind: fc.constant('scoreArrows' as const),
      first: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 3 })),
      arrows,
      hits: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(hit, { maxLength: 4 })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...any, kind: fc.constant('correctEnd' as const), arrows: boxes }) },
  { weight: 3, arbitrary: fc.record({ ...any, kind: fc.constant('ruleOnEnd' as const), ruling }) },
  { weight: 4, arbitrary: fc.record({ ...any, kind: fc.constant('checkEnd' as const), arrows: boxes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...any,
      ...{ kind: fc.constant('checkEnd' as const), arrows: boxes, byAthlete: fc.constant(true as const) },
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...any,
      kind: fc.constant('signCard' as const),
      ...{ as: fc.constantFrom<Signer>('athlete', 'scorer'), name: by, strokes },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...any,
      kind: fc.constant('holdEnd' as const),
      cause: fc.constantFrom<HoldCause>('bouncer', 'equipment', 'medical'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...any, kind: fc.constantFrom('lockCard' as const, 'unlockCard' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...any,
      kind: fc.constant('setStanding' as const),
      standing: fc.constantFrom('competing', 'competing', 'competing', ...standings),
    }),
  },
);

const actor = fc.constantFrom<Actor>(tabletAt1, tabletAt1, organiser, organiser, organiser, secondTabletAt1, {
  role: 'scorer',
  device: 'x',
});

export const cardAttempts = fc.array(fc.tuple(attempt, actor), { maxLength: 60, size: 'max' });

export interface CardRun {
  readonly state: Competition;
  readonly facts: readonly (readonly [Fact, FactOrigin])[];
  readonly codes: ReadonlySet<RejectionCode>;
  readonly accepted: readonly (readonly [CardCommand, Actor])[];
}

function commandOf(state: Competition, step: Attempt): CardCommand {
  const round = roundOfEntry(state, step.entry);
  const card = scorecardOf(state, step.entry);
  const next = round && nextEnd(card, round, notesOf(state, step.entry).held);
  const isCopy = step.kind === 'checkEnd' && step.isCopy;
  const named = 'end' in step ? step.end || (isCopy ? lastEndBegun(card) : next) || 1 : 0;
  const stands: End = card.ends[named - 1] ?? [null, null, null];
  const copy = isCopy ? { arrows: stands.toReversed() } : {};
  return { ...step, ...copy, end: named, was: step.isStale ? [] : stands } as CardCommand;
}

/** Each command upon the state that those before have left; every step is looked at with the state before and after it. */
export function playCards(
  start: Competition,
  steps: readonly (readonly [Attempt, Actor])[],
  look?: (before: Competition, command: CardCommand, after: Competition) => void,
): CardRun {
  let state = start;
  const facts: (readonly [Fact, FactOrigin])[] = [];
  const codes = new Set<RejectionCode>();
  const accepted: (readonly [CardCommand, Actor])[] = [];
  for (const [step, who] of steps) {
    const command = commandOf(state, step);
    const answer = ask(state, command, who);
    if (answer.rejection) codes.add(answer.rejection.code);
    else accepted.push([command, who]);
    for (const fact of answer.facts) facts.push([fact, contextOf(who)]);
    assert.ok(answer.state);
    look?.(state, command, answer.state);
    state = answer.state;
  }
  return { state, facts, codes, accepted };
}

export function foldCards(start: Competition, facts: CardRun['facts']): Competition {
  return facts.reduce<Competition>((state, [fact, origin]) => evolve(state, fact, origin), start);
}
