import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadFigures } from '../simulator/load/load-figures.ts';
import { figureIn } from './load-meter.ts';
import { figureLines, runningLines } from './loadtest-lines.ts';
import { redrawn } from './redrawn.ts';

const figures: LoadFigures = {
  field: { tablets: 60, archersPerTablet: 4, viewers: 200, endsPerSecond: 1, whistles: 4, seconds: 120 },
  ack: { count: 1_080, p50: 2, p99: 9.04, max: 31.4 },
  screen: { count: 36_000, p50: 3, p99: 14, max: 60 },
  ...{ sent: 1_082, saved: 1_080, refused: { notYourTarget: 2 }, unanswered: 0 },
  ...{ tabletsConnected: 60, viewersConnected: 200, viewersLost: 0, resyncs: 1, isShared: true },
  ...{ disk: { count: 400, p50: 1, p99: 4, max: 9 }, loopLagMs: 3, troubles: [] },
  processor: { cores: 4, appliance: 0.2, redis: 0.05, generator: 0.2, others: 0.1 },
  memory: { applianceBytes: 2e8, redisBytes: 1e7, freeBytes: 2e9, totalBytes: 4e9 },
};

test('the table has times, limits, and what it cost', () => {
  assert.deepEqual(figureLines(figures), [
    '                      half  99 of 100  slowest  allowed (99 of 100)',
    'Saved after, ms        2.0        9.0       31                  250',
    'On screens after, ms   3.0         14       60                  100',
    '',
    'Tablets     60 connected, 1082 ends sent, 1080 saved, 2 refused',
    'Viewers     200 connected, 1 boards sent again whole',
    'Processor   Tenring 0.20, Redis 0.05, this load 0.20, others 0.10, of 4 cores',
    'Memory      Tenring 200 MB, Redis 10.0 MB, 2.0 GB of 4.0 GB free',
    'Disk        keeps a record in 1.0 ms, 99 of 100 in 4.0: about 50 % of the time until a score is saved',
    'Event loop  3.0 ms late, in its slowest moments',
  ]);
});

test('what cannot be seen of another machine is left out', () => {
  const processor = { cores: undefined, appliance: 0.2, redis: undefined, generator: 0.1, others: undefined };
  const far = { ...figures, processor, disk: undefined, loopLagMs: undefined };
  const lines = figureLines({ ...far, memory: { ...figures.memory, redisBytes: undefined } });
  assert.ok(lines.includes('Processor   Tenring 0.20, this load 0.10'));
  assert.ok(lines.includes('Memory      Tenring 200 MB, 2.0 GB of 4.0 GB free'));
  assert.ok(!lines.some((line) => /Disk|Event loop/.test(line)));
});

test('while it runs: how far it is', () => {
  const [bar] = runningLines(30_000, 120_000, figures);
  assert.match(bar ?? '', /^█{6}░{18} {2}25 %, 90 s left$/);
  assert.match(runningLines(130_000, 120_000, figures)[0] ?? '', /^█{24} {2}100 %, 0 s left$/);
});

test('a figure is found by its whole name', () => {
  const text = '# HELP lag_seconds x\nlag_seconds_max 9\nlag_seconds 0.5\n';
  assert.equal(figureIn(text, 'lag_seconds'), 0.5);
  assert.equal(figureIn(text, 'lag'), undefined);
});

test('lines are drawn over those before, and go away; elsewhere than on a terminal there is nothing', () => {
  let written = '';
  const terminal = (isTTY: boolean) => ({ isTTY, write: (text: string) => (written += text) });
  const screen = redrawn(terminal(true));
  screen.draw(['one', 'two']);
  screen.draw(['three']);
  screen.clear();
  screen.clear();
  const [up2, up1, end, rest] = ['\r\u001b[2A', '\r\u001b[1A', '\u001b[K\n', '\u001b[J'];
  assert.equal(written, `one${end}two${end}${rest}${up2}three${end}${rest}${up1}${rest}`);
  written = '';
  redrawn({ ...terminal(true), columns: 9 }).draw(['1234567890']);
  assert.equal(written, `12345678${end}${rest}`);
  written = '';
  redrawn(terminal(false)).draw(['one']);
  assert.equal(written, '');
});
