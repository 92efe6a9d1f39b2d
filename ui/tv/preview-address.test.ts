import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainViews, type ScreenContent } from '../../src/domain/show/show.ts';
import { previewInAddress, previewPath } from './preview-address.ts';

const read = (path: string) => previewInAddress(path.slice(path.indexOf('?')));

test('whatever a screen can show has an address that says which it is', () => {
  const contents: readonly ScreenContent[] = [
    { kind: 'automatic' },
    { kind: 'playlist', playlist: 'p&1' },
    { kind: 'view', view: { kind: 'leaderboard', category: 'RM/50+ & B' } },
    { kind: 'view', view: { kind: 'bracket', event: 'Ü' } },
    { kind: 'view', view: { kind: 'match', event: 'RM', match: '2/1' } },
    ...plainViews.map((kind): ScreenContent => ({ kind: 'view', view: { kind } })),
  ];
  for (const shows of contents)
    assert.deepEqual(read(previewPath({ competition: 'c=1', shows })), { competition: 'c=1', shows });
});

test('a TV’s own address is no preview, nor is one that lacks something', () => {
  for (const path of ['/tv?', '/tv?theme=light', '/tv?preview=c1&view=everything', '/tv?view=medals'])
    assert.equal(read(path), undefined, path);
  assert.equal(read('/tv?preview=c1&view=match&event=RM'), undefined);
  assert.equal(read('/tv?preview=c1&view=leaderboard'), undefined);
});
