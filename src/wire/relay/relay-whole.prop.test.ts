// Whatever the size of a board and in whatever order its parts come: each part fits into an event, and the page ends with the whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Leaderboard, LeaderboardRow } from '../../domain/ranking/leaderboard.ts';
import { collectPart, nothingCollected } from './collect-parts.ts';
import { dataToPart, mostPartBytes, type PartContent, partToText, type RelayPart } from './relay-part.ts';
import { divideWhole } from './relay-whole.ts';

const anyText = (maxLength: number) => fc.string({ maxLength, unit: 'grapheme' });

const anyRow: fc.Arbitrary<Omit<LeaderboardRow, 'entry'>> = fc.record({
  name: anyText(80),
  club: anyText(60),
  target: fc.constantFrom('', '1A', '128D'),
  total: fc.nat(1_440),
  counts: fc.tuple(fc.nat(144), fc.nat(144)),
  arrows: fc.nat(144),
  end: fc.constant(12),
  endArrows: fc.constant(['X', '10', '9', '9', '8', 'M'] as const),
});

const anyRows = fc
  .array(anyRow, { maxLength: 300, size: 'max' })
  .map((rows) => rows.map((row, index) => ({ ...row, entry: index * 3 + 1 })));

function boardOf(rows: readonly LeaderboardRow[]): PartContent & { readonly kind: 'board' } {
  const head = {
    ...{ competitionName: 'Piala Uji', category: 'RM', categoryName: 'Recurve Men', roundName: '70 m' },
    ...{ roundId: 'wa-70-122', tieBreak: ['tens', 'x'] as const, arrows: 72 },
  };
  const leaderboard: Leaderboard = { head: { ...head, tieBreak: [] }, rows };
  return { kind: 'board', body: { kind: 'leaderboard', leaderboard } };
}

function partsOf(content: PartContent, seq: number, epoch = 'e1'): readonly RelayPart[] {
  return divideWhole(content).map(({ text, content: _, ...place }) => {
    const sent = partToText({ ...place, name: 'leaderboard/c1/RM', at: { epoch, seq }, sentAtMs: seq }, text);
    assert.ok(Buffer.byteLength(sent) <= mostPartBytes, `${Buffer.byteLength(sent)} bytes`);
    return dataToPart(JSON.parse(sent));
  });
}

test('a leaderboard of any size goes in parts that fit, and comes together in any order, also twice', () => {
  fc.assert(
    fc.property(anyRows, fc.infiniteStream(fc.nat()), (rows, order) => {
      const board = boardOf(rows);
      const parts = [...partsOf(board, 7), ...partsOf(board, 7)];
      const shuffled = parts
        .map((part) => [order.next().value, part] as const)
        .sort(([a], [b]) => Number(a) - Number(b));
      const collected = shuffled.reduce((so, [, part]) => collectPart(so, part), nothingCollected);
      assert.deepEqual(collected.whole, { content: board, at: { epoch: 'e1', seq: 7 } });
    }),
    { numRuns: 40 },
  );
});

test('announcements of any length go in one part: the newest of them that fit, in their order', () => {
  const anyAnnouncement = fc.record({
    text: fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme', size: 'max' }),
    from: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(anyAnnouncement, { maxLength: 20, size: 'max' }), (drawn) => {
      const place = 'everywhere' as const;
      const announcements = drawn.map((each, index) => ({ ...each, id: `a${index}`, place }));
      const show = { screens: [], playlists: [], announcements, underReview: [] };
      const parts = partsOf({ kind: 'board', body: { kind: 'show', show } }, 7);
      assert.equal(parts.length, 1);
      const [content] = parts.map((part) => part.content);
      assert.ok(content?.kind === 'board' && content.body.kind === 'show');
      const kept = content.body.show.announcements;
      const ids = new Set(kept.map(({ id }) => id));
      const left = announcements.filter(({ id }) => !ids.has(id));
      assert.deepEqual(
        kept,
        announcements.filter(({ id }) => ids.has(id)),
      );
      const oldestKept = Math.min(...kept.map(({ from }) => from));
      assert.ok(left.every(({ from }) => from <= oldestKept));
      assert.ok(left.length === 0 || JSON.stringify(kept).length > 2_000, 'most of the room is used');
    }),
    { numRuns: 60 },
  );
});

test('an arrow changes one part, and no border between parts', () => {
  fc.assert(
    fc.property(anyRows, fc.nat(), (rows, which) => {
      fc.pre(rows.length > 0);
      const shot = rows.map((row, index) =>
        index === which % rows.length ? { ...row, total: row.total + 10, arrows: row.arrows + 1 } : row,
      );
      const [before, after] = [divideWhole(boardOf(rows)), divideWhole(boardOf(shot))];
      assert.deepEqual(
        after.map(({ layout }) => layout),
        before.map(({ layout }) => layout),
      );
      assert.equal(after.filter(({ text }, part) => text !== before[part]?.text).length, 1);
    }),
    { numRuns: 40 },
  );
});

test('answers of the interface go in parts by their list', () => {
  const anyMatch = fc.record({ id: anyText(10), ends: fc.array(anyText(400), { maxLength: 6 }) });
  fc.assert(
    fc.property(fc.array(anyMatch, { maxLength: 60, size: 'max' }), fc.boolean(), (matches, isList) => {
      const value = JSON.parse(JSON.stringify(isList ? matches : { event: 'RM', matches }));
      const content: PartContent = { kind: 'document', value, list: isList ? '' : 'matches' };
      const collected = partsOf(content, 3).reduce(collectPart, nothingCollected);
      assert.deepEqual(collected.whole?.content, content);
    }),
    { numRuns: 40 },
  );
});
