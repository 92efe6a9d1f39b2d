import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf } from './result-status-of.ts';

test('nothing while somebody still shoots, then not official until it is', () => {
  const head = { arrows: 72 };
  const row = (arrows: number, standing?: 'DNF') => ({ arrows, ...(standing && { standing }) });
  const status = (official: boolean, ...rows: readonly ReturnType<typeof row>[]) =>
    statusOf({ head: official ? { ...head, official: true } : head, rows });
  assert.equal(status(false), undefined);
  assert.equal(status(false, row(72), row(66)), undefined);
  assert.equal(status(false, row(72), row(66, 'DNF')), 'unofficial');
  assert.equal(status(true, row(72), row(66, 'DNF')), 'official');
});
