import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newEntry } from '../../testing/small-competition.ts';
import { formatTarget } from '../target.ts';
import { assignTargets } from './assign-targets.ts';

const field = (...codes: string[]) => codes.map((code, index) => newEntry(`Athlete ${index}`, code));

function places(entries: ReturnType<typeof assignTargets>): readonly string[] {
  return entries.map(({ target }) => (target ? formatTarget(target) : '-'));
}

test('categories begin on a butt of their own, four letters to a butt', () => {
  const entries = field('RM', 'CW', 'RM', 'RM', 'CW', 'RM', 'RM');
  assert.deepEqual(places(assignTargets(entries, new Set())), ['1A', '3A', '1B', '1C', '3B', '1D', '2A']);
});

test('who has a target keeps it, and the whole butt is left to those who are there', () => {
  const entries = [...field('RM', 'RM', 'RM'), newEntry('Fixed', 'RM', '2D')];
  assert.deepEqual(places(assignTargets(entries, new Set(['1A']), 2)), ['3A', '3B', '4A', '2D']);
});

test('a butt has at most eight letters and at least one', () => {
  assert.deepEqual(places(assignTargets(field(...Array(10).fill('RM')), new Set(), 50)).slice(-3), ['1H', '2A', '2B']);
  assert.deepEqual(places(assignTargets(field('RM', 'RM'), new Set(), 0)), ['1A', '2A']);
});

test('where no butt is left, nobody is given one that cannot be', () => {
  const taken = new Set(Array.from({ length: 9998 }, (_, index) => `${index + 1}A`));
  assert.deepEqual(places(assignTargets(field('RM', 'RM', 'CW'), taken, 1)), ['9999A', '-', '-']);
});
