// The file that lies beside the page: as the command writes it, and as somebody may have left it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteScript } from '../../src/cli/live-site.ts';
import { readSite } from './read-site.ts';

const pusher = { key: 'k', cluster: 'eu', host: null, port: null, tls: true };

test('what the command writes is what the page reads, and closes no script', () => {
  const script = siteScript(pusher, { id: 'c1', name: 'Cup </script><b>' });
  assert.ok(!script.includes('<'));
  const window: { tenringSite?: unknown } = {};
  new Function('window', script)(window);
  assert.deepEqual(readSite(window.tenringSite), { pusher, competition: 'c1', name: 'Cup </script><b>' });
});

test('what is missing or changed is no site', () => {
  for (const wrong of [undefined, null, 'x', {}, { pusher }, { pusher: {}, competition: 'c1' }, { competition: 'c1' }])
    assert.equal(readSite(wrong), undefined);
  assert.deepEqual(readSite({ pusher: { key: 'k' }, competition: 'c1' })?.pusher, {
    ...{ key: 'k', cluster: null, host: null, port: null, tls: true },
  });
});
