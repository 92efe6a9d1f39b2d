// What the interface says of the ways out: pages get what they need to listen, the organiser how it goes, nobody a secret.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { Bootstrap } from '../wire/api-access.ts';
import type { PublishingStatus, RelayStatus } from '../wire/api-relay.ts';
import type { StatusView } from '../wire/api-status.ts';
import type { HttpParts } from './parts.ts';

const relay: RelayStatus = {
  ...{ state: 'down', why: 'refused', detail: 'Invalid signature', since: 5, lastSentAt: null, waiting: 7 },
  ...{ events: 3, tooLarge: 0, usedToday: 40, perDay: 1_000, listeners: 2 },
};
const publishing: PublishingStatus = {
  ...{ to: '/srv/www', lastAt: null, files: 4, written: 9, trouble: 'full' },
};

const outlets = (over: Partial<NonNullable<HttpParts['outlets']>> = {}): HttpParts['outlets'] => ({
  pusher: { key: 'k', cluster: 'eu', host: undefined, port: undefined, tls: true },
  relay: () => relay,
  publishes: true,
  publishing: () => publishing,
  ...over,
});

test('a page is told where to listen, and may connect to there and nowhere else', async (t) => {
  const desk = await openHttpDesk(t, { outlets: outlets() });
  const answer = await desk.ask('GET', '/api/bootstrap');
  const { pusher } = answer.read<Bootstrap>();
  assert.deepEqual(pusher, { key: 'k', cluster: 'eu', host: null, port: null, tls: true });
  const policy = String(answer.headers['content-security-policy']);
  assert.match(policy, /connect-src 'self' [^;]* wss:\/\/ws-eu\.pusher\.com;/);
  const own = { key: 'k', cluster: undefined, host: 'push.example', port: 6001, tls: false };
  const elsewhere = await openHttpDesk(t, { outlets: outlets({ pusher: own }) });
  const other = String((await elsewhere.ask('GET', '/api/bootstrap')).headers['content-security-policy']);
  assert.match(other, / ws:\/\/push\.example:6001;/);
  const none = await openHttpDesk(t);
  assert.doesNotMatch(String((await none.ask('GET', '/api/bootstrap')).headers['content-security-policy']), /pusher/);
});

test('the organiser sees how it goes, and so do figures; without a way out there are none', async (t) => {
  const desk = await openHttpDesk(t, { outlets: outlets() });
  await desk.logIn();
  const status = (await desk.ask('GET', '/api/status')).read<StatusView>();
  assert.deepEqual([status.relay, status.publishing], [relay, publishing]);
  const { text } = await desk.ask('GET', '/metrics');
  for (const line of ['tenring_relay_up 0', 'tenring_relay_messages_left 960', 'tenring_publishing_trouble 1'])
    assert.ok(text.includes(`\n${line}\n`), line);
  const none = await openHttpDesk(t);
  await none.logIn();
  const quiet = (await none.ask('GET', '/api/status')).read<StatusView>();
  assert.deepEqual([quiet.relay, quiet.publishing], [null, null]);
  assert.doesNotMatch((await none.ask('GET', '/metrics')).text, /tenring_(relay|publishing)/);
});
