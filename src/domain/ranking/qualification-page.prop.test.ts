import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { after, ask, categoryOf, creation, newEntry, score } from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { categoryQualificationOf } from './qualification.ts';
import { qualificationPageOf } from './qualification-page.ts';

const archers = 14;

/** Few different values, so that ties are common. */
const shots = fc.array(fc.constantFrom('10', '9', 'M'), { minLength: archers, maxLength: archers });

function eventOf(cut: number): Command {
  const elimination = { system: 'bracket', chart: 16, placesShot: 4, qualifiers: cut } as const;
  const match = { formatId: 'set-individual', faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' } as const;
  return {
    kind: 'setEvent',
    setup: {
      id: 'RM',
      name: 'RM',
      contest: { kind: 'individual', category: 'RM' },
      elimination: { ...elimination, ...match },
      dnfKeepsRank: false,
    },
  };
}

function shotBy(values: readonly ('10' | '9' | 'M')[], absent: readonly number[]): Competition {
  const entries = values.map((_, index) => newEntry(`Archer ${index + 1}`, 'RM'));
  let state = after(after(undefined, creation), { kind: 'importEntries', categories: [categoryOf('RM')], entries });
  for (const [index, value] of values.entries()) {
    if (absent.includes(index)) {
      const standing = {
        kind: 'setStanding',
        standing: index % 2 ? 'DNS' : 'DNF',
        by: 'Sinta',
        reason: 'ill',
      } as const;
      state = after(state, { ...standing, entry: index + 1 });
    } else
      for (let end = 1; end <= 12; end += 1) state = after(state, score(index + 1, end, 0, ...Array(6).fill(value)));
  }
  return state;
}

/** Every tie that can be decided by a toss, in an order that the entries' numbers do not give. */
function tossed(state: Competition): Competition {
  const open = categoryQualificationOf(state, 'RM')?.openTies ?? [];
  return open.reduce<Competition>((before, { reason, keys }) => {
    if (reason !== 'CT') return before;
    const command = { kind: 'recordToss', event: 'RM', order: keys.toReversed(), by: 'Sinta' } as const;
    return ask(before, command).state ?? before;
  }, state);
}

function assertPages(state: Competition, length: number): void {
  const whole = categoryQualificationOf(state, 'RM')?.rows ?? [];
  for (let from = 0; from < whole.length; from += 1) {
    const before = from === 0 ? undefined : Number(whole[from - 1]?.key);
    const page = qualificationPageOf(state, 'RM', before, length);
    assert.deepEqual(page, {
      rows: whole.slice(from, from + length),
      size: archers,
      from,
      cut: page !== 'gone' && page?.cut,
    });
  }
}

test('a page is that part of the whole ranking, with ties decided or open, without and with a cut', () => {
  const cut = fc.integer({ min: 2, max: 12 });
  const absent = fc.subarray([0, 3, 6, 9], { maxLength: 3 });
  fc.assert(
    fc.property(shots, absent, cut, fc.integer({ min: 1, max: 6 }), (values, missing, qualifiers, length) => {
      const shot = shotBy(values as ('10' | '9' | 'M')[], missing);
      assertPages(shot, length);
      const drawn = after(shot, eventOf(qualifiers));
      assertPages(drawn, length);
      assertPages(tossed(drawn), length);
    }),
    { numRuns: 25 },
  );
});

test('after somebody who is not in it there is no page', () => {
  const state = shotBy(Array(archers).fill('9'), []);
  assert.equal(qualificationPageOf(state, 'RM', 99, 5), 'gone');
  assert.equal(qualificationPageOf(state, 'XX', undefined, 5), undefined);
  assert.deepEqual(qualificationPageOf(state, 'RM', 14, 5), { rows: [], size: 14, from: 14, cut: undefined });
});
