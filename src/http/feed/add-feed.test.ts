// The feed over real connections: what an EventSource would read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../../testing/http-desk.ts';
import type { Scope } from '../../testing/scope.ts';

const csv = 'name,club,category\nAdi,Elang,RM\nCitra,Elang,CW\n';

async function openVenue(t: Scope) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, csv);
  const shoot = (entry: number, first: number, arrow: string) =>
    desk.ask('POST', `/api/competitions/${id}/entries/${entry}/scorecard/arrows`, {
      json: { end: 1, first, arrows: [arrow] },
    });
  const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const ask = (query = '', headers: Record<string, string> = { accept: 'text/event-stream' }, name = id) =>
    fetch(`${address}/api/competitions/${name}/feed${query}`, { headers, signal: stop.signal });
  const stop = new AbortController();
  t.after(() => stop.abort());
  return { desk, id, shoot, ask, stop };
}

/** Reads until the text has it. */
async function readUntil(reader: ReadableStreamDefaultReader<string>, wanted: RegExp): Promise<string> {
  let text = '';
  while (!wanted.test(text)) {
    const { done, value } = await reader.read();
    assert.ok(!done, `over before ${wanted}: ${text}`);
    text += value;
  }
  return text;
}

function readerOf(answer: Response): ReadableStreamDefaultReader<string> {
  assert.ok(answer.body);
  return answer.body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
}

test('a reader is told what is there and what happens, and goes on where it was cut off', async (t) => {
  const { ask, shoot, desk } = await openVenue(t);
  const answer = await ask();
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const reader = readerOf(answer);
  const first = await readUntil(reader, /^id: /m);
  assert.match(first, /^retry: 2000$/m);
  assert.match(first, /"board":"leaderboard\/RM"/);
  await shoot(1, 0, 'X');
  const next = await readUntil(reader, /^id: .+\nevent: leaderboard\ndata: .+\n\n/m);
  assert.match(next, /"total":10/);
  assert.doesNotMatch(next, /leaderboard\/CW/, 'what did not change is not told again');
  assert.match((await desk.ask('GET', '/metrics')).text, /^tenring_feed_readers 1$/m);
  await reader.cancel();
  await shoot(2, 0, '9');
  const [, id = ''] = /^id: (.+)$/m.exec(next) ?? [];
  const again = readerOf(await ask('', { accept: 'text/event-stream', 'last-event-id': id }));
  const missed = await readUntil(again, /^id: .+\nevent: leaderboard\ndata: .+\n\n/m);
  assert.match(missed, /"board":"leaderboard\/CW"/);
  assert.doesNotMatch(missed, /leaderboard\/RM/);
});

test('who wants no stream is given everything once, or only what is asked for', async (t) => {
  const { ask } = await openVenue(t);
  const whole = await (await ask('', {})).text();
  assert.deepEqual(
    [...whole.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name),
    ['leaderboard', 'leaderboard', 'clocks', 'show'],
  );
  assert.equal([...whole.matchAll(/^id: /gm)].length, 1);
  const one = await (await ask('?boards=leaderboard/CW', {})).text();
  assert.deepEqual(
    [...one.matchAll(/"board":"([^"]+)"/g)].map(([, name]) => name),
    ['leaderboard/CW'],
  );
});

test('what cannot be is refused in words', async (t) => {
  const { ask } = await openVenue(t);
  for (const bad of ['leaderboard', 'match/RM', 'clocks/1', 'show/1', 'target/1', 'leaderboard/%ff', '']) {
    const answer = await ask(`?boards=${encodeURIComponent(bad)}`);
    assert.equal(answer.status, 400, bad);
    assert.equal(JSON.parse(await answer.text()).error.code, 'badRequest');
  }
  assert.equal((await ask('?surprise=1', {})).status, 200);
  const missing = await ask('', { accept: 'text/event-stream' }, 'nosuchid');
  assert.deepEqual([missing.status, JSON.parse(await missing.text()).error.code], [404, 'unknownCompetition']);
});

test('one address may not take all places', async (t) => {
  const { ask } = await openVenue(t);
  const open = await Promise.all(Array.from({ length: 40 }, () => ask()));
  assert.ok(open.every(({ status }) => status === 200));
  const one = await ask();
  assert.deepEqual([one.status, JSON.parse(await one.text()).error.code], [429, 'tooManyRequests']);
  assert.equal((await ask('', {})).status, 200, 'asking once needs no place');
});

test('an appliance that stops ends the readers', async (t) => {
  const { ask, desk } = await openVenue(t);
  const reader = readerOf(await ask());
  await readUntil(reader, /^id: /m);
  await desk.app.close();
  const rest = await reader.read();
  assert.ok(rest.done, String(rest.value));
});
