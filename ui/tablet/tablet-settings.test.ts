import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstSettings, readSettings, type TabletSettings } from './tablet-settings.ts';

describe('settings of a tablet', () => {
  it('come back as they were left', () => {
    const chosen: TabletSettings = { order: 'single', way: 'face', shaftMm: 9.3, sound: true, vibration: false };
    assert.deepEqual(readSettings(JSON.stringify(chosen)), chosen);
  });

  it('are silent and as at first where nothing or nonsense is kept', () => {
    assert.equal(firstSettings.sound, false);
    for (const text of [null, '', '{', 'null', '3', '[]', '{"way":"voice","shaftMm":"5","sound":1}']) {
      assert.deepEqual(readSettings(text), firstSettings, String(text));
    }
  });

  it('keep what is understood beside what is not', () => {
    assert.deepEqual(readSettings('{"order":"single","way":"voice"}'), { ...firstSettings, order: 'single' });
  });
});
