import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createFanOut, type FanOut } from './fan-out.ts';

let said: string[] = [];
let later: (() => void)[] = [];
let fanOut: FanOut;
beforeEach(() => {
  [said, later] = [[], []];
  fanOut = createFanOut({
    slice: 2,
    publishTo: (cohort, frame) => said.push(`${cohort}: ${frame[0]}`),
    defer: (run) => later.push(run),
  });
});

function join(topic: string, sockets: number): readonly string[] {
  return Array.from({ length: sockets }, () => fanOut.join(topic));
}

function publish(topic: string, byte: number): void {
  fanOut.publish(topic, Uint8Array.of(byte), () => said.push(`${topic} ${byte} done`));
}

function take(): readonly string[] {
  return said.splice(0);
}

test('cohorts hold a slice each, and places that become free are filled', () => {
  assert.deepEqual(join('t', 5), ['t#0', 't#0', 't#1', 't#1', 't#2']);
  fanOut.leave('t', 't#1');
  assert.deepEqual(join('t', 3), ['t#1', 't#2', 't#3']);
});

test('one slice a turn of the event loop, the first at once', () => {
  join('t', 5);
  publish('t', 1);
  assert.deepEqual(take(), ['t#0: 1']);
  later.shift()?.();
  assert.deepEqual(take(), ['t#1: 1']);
  later.shift()?.();
  assert.deepEqual(take(), ['t#2: 1', 't 1 done']);
  later.shift()?.();
  assert.deepEqual([take(), later], [[], []]);
});

test('each cohort gets its frames in order, and topics share the slice', () => {
  join('t', 3);
  join('u', 1);
  for (const [topic, byte] of [
    ['t', 1],
    ['u', 2],
    ['t', 3],
  ] as const)
    publish(topic, byte);
  assert.deepEqual(take(), ['t#0: 1']);
  while (later.length > 0) later.shift()?.();
  assert.deepEqual(take(), ['t#1: 1', 't 1 done', 'u#0: 2', 'u 2 done', 't#0: 3', 't#1: 3', 't 3 done']);
});

test('a topic without sockets is done at once', () => {
  join('t', 1);
  fanOut.leave('t', 't#0');
  publish('t', 1);
  publish('never', 2);
  assert.deepEqual(take(), ['t 1 done', 'never 2 done']);
});

test('what is recalled does not go out, and is done', () => {
  join('t', 3);
  publish('t', 1);
  publish('t', 2);
  take();
  fanOut.recall('t');
  assert.deepEqual(take(), ['t 1 done', 't 2 done']);
  later.shift()?.();
  assert.deepEqual(take(), []);
  publish('t', 3);
  assert.deepEqual(take(), ['t#0: 3']);
});
