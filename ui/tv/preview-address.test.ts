import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainViews, type View } from '../../src/domain/show/show.ts';
import { previewInAddress, previewPath } from './preview-address.ts';

const read = (path: string) => previewInAddress(path.slice(path.indexOf('?')));

test('every view has an address that says which it is', () => {
  const views: readonly View[] = [
    { kind: 'leaderboard', category: 'RM/50+ & B' },
    { kind: 'bracket', event: 'Ü' },
    { kind: 'match', event: 'RM', match: '2/1' },
    ...plainViews.map((kind) => ({ kind })),
  ];
  for (const view of views)
    assert.deepEqual(read(previewPath({ competition: 'c=1', view })), { competition: 'c=1', view });
});

test('a TV’s own address is no preview, nor is one that lacks something', () => {
  for (const path of ['/tv?', '/tv?theme=light', '/tv?preview=c1', '/tv?preview=c1&view=everything', '/tv?view=medals'])
    assert.equal(read(path), undefined, path);
  assert.equal(read('/tv?preview=c1&view=match&event=RM'), undefined);
  assert.equal(read('/tv?preview=c1&view=leaderboard'), undefined);
});
