// The demo in a real appliance: it scores over the sockets, goes on where it was stopped, and begins another competition after the last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Appliance, startAppliance } from '../appliance.ts';
import { readConfig } from '../config/config.ts';
import { scorecardOf } from '../domain/competition.ts';
import { finalRankingOf } from '../domain/event/final-ranking.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { createDataFolder } from '../testing/run-appliance.ts';
import { createDemo } from './demo.ts';

function openAppliance(data: string): Promise<Appliance> {
  const config = readConfig({ data, host: '127.0.0.1', port: 0, realtimePort: 0 }, {});
  return startAppliance(config, { log: silentLog, clock: systemClock });
}

function countArrows({ intake }: Appliance, competition: string): number {
  const view = intake.find(competition);
  if (!view) return 0;
  return [...view.state.entries.values()].reduce(
    (sum, { number }) => sum + scorecardOf(view.state, number).tally.arrows,
    0,
  );
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await systemClock.sleep(20);
}

/** A clock on which the demo's day passes in no time; what the network needs it gets. */
const hasty = {
  now: () => Date.now(),
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.min(ms, 2), signal),
};

function demoIn({ intake, ready }: Appliance) {
  const realtimeUrl = `ws://127.0.0.1:${ready.realtimePort}/scoring`;
  return createDemo({ intake, realtimeUrl, archers: 8, minutes: 1, clock: hasty, log: silentLog });
}

test('a demo goes on where it was stopped, and another one follows', { timeout: 60_000 }, async () => {
  const folder = createDataFolder();
  let appliance = await openAppliance(folder.path);
  try {
    const first = demoIn(appliance);
    const firstRun = first.run();
    await until(() => countArrows(appliance, 'demo-1') > 50);
    first.stop();
    await firstRun;
    const scored = countArrows(appliance, 'demo-1');
    await appliance.close();

    appliance = await openAppliance(folder.path);
    assert.ok(countArrows(appliance, 'demo-1') >= scored, 'what was scored is still there');
    const second = demoIn(appliance);
    const secondRun = second.run();
    await until(() => countArrows(appliance, 'demo-2') > 0);
    second.stop();
    await secondRun;
    assert.equal(countArrows(appliance, 'demo-1'), 8 * 72, 'the first was shot to its end');
    const state = appliance.intake.find('demo-1')?.state;
    assert.ok(state && state.events.size > 0);
    for (const event of state.events.keys())
      assert.equal(finalRankingOf(state, event)?.[0]?.place, 1, `${event} has a winner`);
  } finally {
    await appliance.close();
    folder.remove();
  }
});
