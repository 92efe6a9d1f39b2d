import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeptCommand, OutboxItem } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { canHandOver, handOverFragment, readHandOver, takeHandOver } from './hand-over.ts';

const pairing: Pairing = {
  ...{ competition: 'c1', competitionName: 'Coupe d’été 🏹 "A"', butt: 12 },
  ...{ device: 'tablet-7', token: 'se-cr_et', card: 'second' },
};
const nothing = { pairing: undefined, commands: [], drafts: [], sheet: undefined };
const kept: KeptCommand = {
  ...{ commandId: 'a'.repeat(32), competition: 'c1', butt: 12, order: 1, rejection: undefined },
  command: { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X'] },
};
const itemWith = (delivery: OutboxItem['delivery']): OutboxItem => ({ kept, delivery });
const idle = { outbox: [], drafts: new Map(), keptElsewhere: 0 };

test('a pairing goes through an address as it is', () => {
  const fragment = handOverFragment(pairing);
  assert.match(fragment, /^#device=[\w-]+$/);
  assert.deepEqual(readHandOver(fragment), pairing);
  const { card: _, ...first } = pairing;
  assert.deepEqual(readHandOver(handOverFragment(first)), first);
});

test('anything else is nothing', () => {
  const wrong = [
    '',
    '#device=',
    '#device=%',
    '#device=bm8',
    '#join=c1.1.key',
    '#device=W10',
    '#device=bnVsbA',
    '#device=e30',
  ];
  for (const hash of wrong) assert.equal(readHandOver(hash), undefined, hash);
});

test('a page that belongs nowhere takes it; one that is in use, or holds something, does not', () => {
  assert.deepEqual(takeHandOver(nothing, pairing).pairing, pairing);
  const used = { ...nothing, pairing: { ...pairing, butt: 3 } };
  assert.equal(takeHandOver(used, pairing), used);
  const holding = { ...nothing, commands: [kept] };
  assert.equal(takeHandOver(holding, pairing), holding);
  assert.equal(takeHandOver(nothing, undefined), nothing);
});

test('nobody leaves with something unsent, refused, or half typed', () => {
  const at = { epoch: 'e', seq: 1 };
  assert.equal(canHandOver(idle), true);
  assert.equal(canHandOver({ ...idle, outbox: [itemWith({ kind: 'saved', at })] }), true);
  assert.equal(canHandOver({ ...idle, drafts: new Map([['x', [null, null]]]) }), true);
  assert.equal(canHandOver({ ...idle, outbox: [itemWith({ kind: 'waiting' })] }), false);
  assert.equal(canHandOver({ ...idle, outbox: [itemWith({ kind: 'sending', sinceMs: 1 })] }), false);
  const rejection = { code: 'archerDisqualified' } as never;
  assert.equal(canHandOver({ ...idle, outbox: [itemWith({ kind: 'rejected', rejection })] }), false);
  assert.equal(canHandOver({ ...idle, drafts: new Map([['x', ['X', null]]]) }), false);
  assert.equal(canHandOver({ ...idle, keptElsewhere: 1 }), false);
});
