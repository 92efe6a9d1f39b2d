import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, newEntry, score, smallCompetition } from '../../testing/small-competition.ts';
import { competitionToSnapshot, snapshotToCompetition, snapshotVersion } from './snapshot.ts';

test('a snapshot of another version is thrown away', () => {
  const snapshot = competitionToSnapshot(smallCompetition());
  assert.equal(snapshotToCompetition({ ...snapshot, version: snapshotVersion + 1 }), undefined);
  assert.equal(snapshotToCompetition({ ...snapshot, version: 0 }), undefined);
});

test('a restored competition goes on where it was: numbers, devices, open boxes', () => {
  const played = after(after(smallCompetition(), score(1, 1, 2, '9')), { kind: 'revokeDevice', device: 'tablet-1' });
  const restored = snapshotToCompetition(JSON.parse(JSON.stringify(competitionToSnapshot(played))));
  assert.deepEqual(restored, played);
  assert.ok(restored);
  const next = after(restored, { kind: 'importEntries', categories: [], entries: [newEntry('Fajar', 'RM')] });
  assert.equal(next.entries.at(6)?.name, 'Fajar');
  assert.equal(next.devices.get('tablet-1')?.revoked, true);
  assert.deepEqual(after(next, score(1, 1, 0, '8', '8')).scorecards.at(1)?.ends, [['8', '8', '9', null, null, null]]);
});
