// What a page shows of a board while parts come: old ones from caches, repeated ones, of other divisions and other epochs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Collected, collectPart, nothingCollected } from './collect-parts.ts';
import { relayChannel, shortHash } from './relay-channel.ts';
import { dataToPart, partToText, type RelayPart } from './relay-part.ts';

interface Given {
  readonly part?: number;
  readonly of?: number;
  readonly layout?: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly sentAtMs?: number;
  readonly items?: readonly string[];
}

function partWith({
  part = 0,
  of = 1,
  layout = 'l',
  seq = 1,
  epoch = 'e1',
  sentAtMs = seq,
  items = [],
}: Given): RelayPart {
  const content = { kind: 'document', value: items, list: '' } as const;
  return { name: 'n', part, of, layout, at: { epoch, seq }, sentAtMs, content };
}

const collect = (...given: readonly Given[]): Collected =>
  given.map(partWith).reduce((collected, each) => collectPart(collected, each), nothingCollected);

const shown = ({ whole }: Collected) => (whole?.content.kind === 'document' ? whole.content.value : undefined);

describe('parts of a board', () => {
  test('are shown when all are there, and not before', () => {
    const half = collect({ of: 2, items: ['a'] });
    assert.equal(half.whole, undefined);
    assert.equal(half.of, 2);
    assert.deepEqual(shown(collectPart(half, partWith({ part: 1, of: 2, items: ['b'] }))), ['a', 'b']);
  });

  test('of before say nothing, and nothing is shown twice', () => {
    const now = collect({ seq: 5, items: ['new'] });
    assert.equal(collectPart(now, partWith({ seq: 4, items: ['old'] })), now);
    assert.equal(collectPart(now, partWith({ seq: 5, items: ['new'] })), now);
  });

  test('that are sent again as a sign of life leave the whole the same object', () => {
    const now = collect({ seq: 5, sentAtMs: 100, items: ['a'] });
    const later = collectPart(now, partWith({ seq: 5, sentAtMs: 900, items: ['a'] }));
    assert.equal(later.whole, now.whole);
    assert.equal(later.sentAtMs, 900);
  });

  test('of another division take over only together', () => {
    const before = collect({ of: 2, items: ['a'] }, { part: 1, of: 2, items: ['b'] });
    const between = collectPart(before, partWith({ of: 3, layout: 'm', seq: 2, items: ['a'] }));
    assert.deepEqual(shown(between), ['a', 'b']);
    assert.equal(between.of, 3);
    const more = [
      { part: 1, of: 3, layout: 'm', seq: 2, items: ['c'] },
      { part: 2, of: 3, layout: 'm', seq: 2, items: ['b'] },
    ];
    const after = more.map(partWith).reduce(collectPart, between);
    assert.deepEqual(shown(after), ['a', 'c', 'b']);
    assert.equal(after.layouts.size, 1);
  });

  test('left over in a cache from another division say nothing', () => {
    const now = collect({ of: 1, layout: 'm', seq: 9, items: ['a'] });
    assert.equal(collectPart(now, partWith({ part: 1, of: 2, seq: 3, items: ['b'] })), now);
  });

  test('of another epoch count when they were sent later', () => {
    const now = collect({ seq: 90, sentAtMs: 1_000, items: ['old'] });
    const restored = collectPart(now, partWith({ seq: 3, epoch: 'e2', sentAtMs: 2_000, items: ['new'] }));
    assert.deepEqual(shown(restored), ['new']);
    assert.equal(collectPart(restored, partWith({ seq: 95, sentAtMs: 1_500, items: ['older'] })), restored);
  });
});

describe('a part as an event', () => {
  test('that is none, is of a later version, or is damaged is refused', () => {
    const text = partToText(partWith({}), '{"j":[]}');
    assert.deepEqual(dataToPart(JSON.parse(text)).content, { kind: 'document', value: [], list: undefined });
    const wrong = [undefined, 'x', {}, { v: 1 }, { ...JSON.parse(text), v: 2 }, { ...JSON.parse(text), p: -1 }];
    const { j: _, ...rest } = JSON.parse(text);
    for (const data of [...wrong, { ...rest, b: '!' }, { ...rest, b: 'AAAA' }, rest])
      assert.throws(() => dataToPart(data), { name: 'MalformedError' });
  });
});

describe('channels', () => {
  const allowed = /^[A-Za-z0-9_\-=@,.;]{1,164}$/;

  test('have names that Pusher allows, one for each part, for whatever name', () => {
    const names = [
      'leaderboard/c1/RM',
      'leaderboard/c1/R%20M',
      'leaderboard/c1/é🏹',
      `match/${'x'.repeat(64)}/${'é'.repeat(99)}`,
    ];
    const channels = [...names, ...names.map((name) => `${name}2`)].flatMap((name) =>
      [0, 1, 12].map((part) => relayChannel(name, part)),
    );
    for (const channel of channels) assert.match(channel, allowed);
    assert.equal(new Set(channels).size, channels.length);
    assert.equal(relayChannel('leaderboard/c1/RM', 0), 'cache-tenring-leaderboard;c1;RM');
  });

  test('have a hash that differs with one letter', () => {
    assert.notEqual(shortHash('1 40 80'), shortHash('1 40 81'));
  });
});
