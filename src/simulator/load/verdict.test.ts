import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diskShareOf, type LoadFigures } from './load-figures.ts';
import { judgeLoad } from './verdict.ts';

const latency = (p50: number, p99: number, count = 500) => ({ count, p50, p99, max: p99 * 2 });

const good: LoadFigures = {
  field: { tablets: 60, archersPerTablet: 4, viewers: 200, endsPerSecond: 1, whistles: 4, seconds: 120 },
  ...{ ack: latency(2, 9), screen: latency(3, 14), sent: 1_080, saved: 1_080, refused: {}, unanswered: 0 },
  ...{ tabletsConnected: 60, viewersConnected: 200, viewersLost: 0, resyncs: 0, isShared: true },
  ...{ disk: latency(1, 4), loopLagMs: 3, troubles: [] },
  processor: { cores: 4, appliance: 0.2, redis: 0.05, generator: 0.2, others: 0.1 },
  memory: { applianceBytes: 2e8, redisBytes: 1e7, freeBytes: 2e9, totalBytes: 4e9 },
};

const verdictOf = (changes: Partial<LoadFigures>) => judgeLoad({ ...good, ...changes });

test('enough, with reserve: who was tried and how fast it was', () => {
  const { enough, reserve, bottleneck, sentences } = verdictOf({});
  assert.deepEqual([enough, reserve, bottleneck], [true, true, undefined]);
  assert.match(
    sentences[0] ?? '',
    /^Enough for 60 tablets and 200 viewers, with reserve: 99 of 100 scores were saved after 9\.0 ms and on the screens after 14 ms/,
  );
  assert.match(sentences.join(' '), /shared the 4 cores.*Wi-Fi is not measured/);
  assert.equal(sentences.length, 3, 'nothing to do');
});

test('at the limit it is enough, one over it is not; half of it is reserve', () => {
  assert.equal(verdictOf({ ack: latency(50, 250) }).enough, true);
  assert.equal(verdictOf({ ack: latency(50, 250.1) }).enough, false);
  assert.equal(verdictOf({ screen: latency(50, 100) }).enough, true);
  assert.equal(verdictOf({ screen: latency(50, 100.1) }).enough, false);
  assert.equal(verdictOf({ ack: latency(50, 125), screen: latency(9, 50) }).reserve, true);
  assert.equal(verdictOf({ ack: latency(50, 126) }).reserve, false);
  assert.match(verdictOf({ screen: latency(9, 51) }).sentences[0] ?? '', /without much reserve/);
});

test('what is in the way is named, with what to do', () => {
  const slow = { ack: latency(90, 400), screen: latency(95, 420) };
  const { processor } = good;
  const cases = [
    [{ ...slow, disk: latency(60, 300) }, 'disk', /SSD/],
    [{ ...slow, processor: { ...processor, generator: 2.5, appliance: 0.9 } }, 'load', /--url/],
    [{ ...slow, processor: { ...processor, generator: 0.5, appliance: 2.6 } }, 'processor', /2\.6 of 4 cores/],
    [{ ...slow, processor: { ...processor, others: 3.1 } }, 'otherPrograms', /3\.1 of 4 cores: stop them/],
    [{ ...slow, disk: latency(60, 300), processor: { ...processor, others: 3.1 } }, 'otherPrograms', /stop them/],
    [{ ...slow, processor: { ...processor, appliance: 0.95 } }, 'processor', /faster machine/],
    [slow, 'unknown', /now and then/],
  ] as const;
  for (const [changes, expected, words] of cases) {
    const { enough, bottleneck, sentences } = verdictOf(changes);
    assert.deepEqual([enough, bottleneck], [false, expected]);
    assert.match(sentences.join(' '), words);
  }
});

test('a fast disk is not blamed for slow screens', () => {
  assert.equal(verdictOf({ screen: latency(9, 300), disk: latency(1, 8) }).bottleneck, 'unknown');
});

test('what was refused, not answered or never shown is never enough, however fast the rest was', () => {
  for (const [changes, words] of [
    [{ refused: { notYourTarget: 3 } }, /3 ends were refused \(notYourTarget\)/],
    [{ unanswered: 2 }, /2 ends were not acknowledged/],
    [{ saved: 0, ack: latency(0, 0, 0) }, /No end was saved/],
    [{ screen: latency(0, 0, 0) }, /No score reached a screen/],
    [{ viewersLost: 4 }, /cut off 4 times/],
    [{ troubles: ['The disk is full.'] }, /The disk is full/],
  ] as const) {
    const { enough, bottleneck, sentences } = verdictOf(changes);
    assert.deepEqual([enough, bottleneck], [false, 'answers'], String(words));
    assert.match(sentences.join(' '), words);
  }
});

test('without viewers nothing has to reach a screen', () => {
  const { enough, sentences } = verdictOf({ field: { ...good.field, viewers: 0 }, screen: latency(0, 0, 0) });
  assert.equal(enough, true);
  assert.ok(!sentences[0]?.includes('on the screens'));
});

test('of another machine only what can be seen from here is judged', () => {
  const far = {
    isShared: false,
    disk: undefined,
    processor: { cores: undefined, appliance: 0.3, redis: undefined, generator: 3, others: undefined },
  };
  const { reserve, sentences } = verdictOf(far);
  assert.equal(reserve, true);
  assert.match(sentences.join(' '), /network between the two machines is measured/);
  assert.equal(verdictOf({ ...far, ack: latency(100, 500) }).bottleneck, 'unknown');
});

test('little memory or a busy processor takes the reserve away', () => {
  const crowded = verdictOf({ memory: { ...good.memory, freeBytes: 3e8 } });
  assert.deepEqual([crowded.enough, crowded.reserve], [true, false]);
  assert.match(crowded.sentences.join(' '), /Only 8 % of the memory/);
  const working = verdictOf({ processor: { ...good.processor, others: 2 } });
  assert.deepEqual([working.enough, working.reserve], [true, false]);
  assert.match(working.sentences.join(' '), /2\.5 of 4 cores were busy/);
});

test('a short test says that it is one', () => {
  assert.match(verdictOf({ sent: 43, saved: 43 }).sentences.join(' '), /Only 43 ends were sent/);
});

test('the disk’s share of a typical acknowledgement', () => {
  assert.equal(diskShareOf(good), 0.5);
  assert.equal(diskShareOf({ ...good, disk: latency(5, 9) }), 1);
  assert.equal(diskShareOf({ ...good, disk: undefined }), undefined);
});
