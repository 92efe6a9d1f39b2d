import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRuleSet, ruleSetOfYear } from '../../src/domain/rule-sets.ts';
import { todayOf } from './defaults.ts';
import { takeCode } from './one-time-code.ts';
import { buttsInRange, origins, sampleCsv } from './targets-print.ts';

describe('desk', () => {
  it('takes the one-time code out of the address and nothing else', () => {
    assert.equal(takeCode('#code=AB%2D12'), 'AB-12');
    for (const other of ['', '#', '#code=', '#/id/targets', '#code=%E0%A4%A']) assert.equal(takeCode(other), undefined);
  });

  it('fills in today and the rule book of the year', () => {
    assert.equal(todayOf(new Date(2026, 0, 5)), '2026-01-05');
    assert.equal(ruleSetOfYear('2026-01-01'), 'wa-2026');
    assert.equal(ruleSetOfYear('2025-12-31'), 'wa-2025');
    for (const day of ['', '1990-01-01', '2031-05-05']) assert.ok(findRuleSet(ruleSetOfYear(day)));
  });

  it('finds targets by number, by range and by archer', () => {
    const target = (butt: number, name: string) => ({
      butt,
      archers: [{ entry: butt, letter: 'A', name, club: 'Robin', category: 'RM' }],
      devices: [],
      joinPath: '',
    });
    const all = [target(1, 'Ayu'), target(2, 'Budi'), target(12, 'Citra')];
    const butts = (query: string) => buttsInRange(all, query).map(({ butt }) => butt);
    assert.deepEqual(butts(''), [1, 2, 12]);
    assert.deepEqual(butts('2'), [2]);
    assert.deepEqual(butts('2-12'), [2, 12]);
    assert.deepEqual(butts('2 – 5'), [2]);
    assert.deepEqual(butts('citra'), [12]);
  });

  it('offers every address once, the page’s own among them', () => {
    assert.deepEqual(origins(['http://10.0.0.5:8000', 'http://box.local:8000'], 'http://10.0.0.5:8000'), [
      'http://10.0.0.5:8000',
      'http://box.local:8000',
    ]);
    assert.deepEqual(origins([], 'http://localhost:8000'), ['http://localhost:8000']);
  });

  it('has a sample that shows every column', () => {
    assert.match(sampleCsv, /^name,club,category,target\r\n/);
    assert.ok(sampleCsv.trim().split('\r\n').length > 3);
  });
});
