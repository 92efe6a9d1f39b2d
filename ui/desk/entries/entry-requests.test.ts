import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangedEntries, DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { changeOf, type EntryRequest, oppositeOf, restoringOf, withdrawalOf } from './entry-requests.ts';
import { bodyOf } from './entry-text.ts';

const adi: DeskEntry = { number: 1, name: 'Adi', club: 'Garuda', category: 'RM', target: '1A' };
const bayu: DeskEntry = { ...adi, number: 2, name: 'Bayu', target: null, checkedInAt: 5 };
const before = new Map([adi, bayu].map((entry) => [entry.number, entry]));
const answered = (entries: readonly DeskEntry[], added: readonly DeskEntry[] = []): ChangedEntries => ({
  ...{ position: { epoch: 'e', seq: 9 }, entries, added },
});

test('a change is taken back from what came of it to what was', () => {
  const asked = changeOf([adi, bayu], { club: ' Elang ' });
  const came = [adi, bayu].map((entry) => ({ ...entry, club: 'Elang' }));
  const changes = [adi, bayu].map((entry, index) => ({
    ...{ entry: entry.number, was: bodyOf(came[index] ?? entry), now: bodyOf(entry) },
  }));
  assert.deepEqual(oppositeOf(asked, before, answered(came)), [{ kind: 'change', json: { changes } }]);
});

test('who is new goes, who went comes back, and the other way', () => {
  const merge: EntryRequest = {
    kind: 'change',
    json: {
      changes: [{ entry: 2, was: bodyOf(bayu), now: { ...bodyOf(bayu), target: '1A' } }],
      added: [bodyOf(adi)],
      withdrawn: { entries: [1], reason: 'twice' },
    },
  };
  const came = { ...bayu, target: '1A' };
  assert.deepEqual(oppositeOf(merge, before, answered([came], [{ ...adi, number: 3 }])), [
    {
      kind: 'change',
      json: {
        changes: [{ entry: 2, was: bodyOf(came), now: bodyOf(bayu) }],
        withdrawn: { entries: [3], reason: '' },
        restored: [1],
      },
    },
  ]);
  assert.deepEqual(oppositeOf(withdrawalOf([1], 'ill'), before, answered([])), [restoringOf([1])]);
  assert.deepEqual(oppositeOf(restoringOf([1]), before, answered([adi])), [withdrawalOf([1], '')]);
});

test('only who was not there before is not there again', () => {
  const asked: EntryRequest = { kind: 'checkIn', json: { entries: [1, 2], isIn: true } };
  assert.deepEqual(oppositeOf(asked, before, answered([])), [{ kind: 'checkIn', json: { entries: [1], isIn: false } }]);
  const again: EntryRequest = { kind: 'checkIn', json: { entries: [2], isIn: true } };
  assert.deepEqual(oppositeOf(again, before, answered([])), []);
});

test('each gets back what came of the last look at the equipment', () => {
  const failed = { result: 'failed', by: 'Rina', remark: 'sight', at: 1, actor: { role: 'organiser' } } as const;
  const seen = new Map([...before, [2, { ...bayu, inspection: failed }]]);
  const asked: EntryRequest = {
    ...{ kind: 'inspect', json: { entries: [1, 2], result: 'passed', by: 'Sari', remark: '' } },
  };
  assert.deepEqual(oppositeOf(asked, seen, answered([])), [
    { kind: 'inspect', json: { result: 'open', by: 'Sari', remark: '', entries: [1] } },
    { kind: 'inspect', json: { result: 'failed', by: 'Rina', remark: 'sight', entries: [2] } },
  ]);
});
