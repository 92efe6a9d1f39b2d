// The browser as a paired tablet sees it, and the question to the appliance where its live port is: asked while the device still joins.
import { createCommandId } from '../../src/wire/command-id.ts';
import { addressAt, afterMs, browserWorld, socketAddress } from '../link/browser-world.ts';
import { fetchBootstrap } from '../store/api.ts';
import type { TabletWorld } from './paired-tablet.ts';

const nothing = () => undefined;

const freshMs = 10_000;
let asked: { readonly answer: ReturnType<typeof fetchBootstrap>; readonly atMs: number } | undefined;

/** While this device still joins: what the connection needs to know is then here already. */
export function askAhead() {
  asked = { answer: fetchBootstrap(), atMs: performance.now() };
  // Whoever needs it hears of it.
  asked.answer.catch(nothing);
}

/** An answer is used once, and soon: after a restart the appliance may listen elsewhere. */
function askBootstrap(): ReturnType<typeof fetchBootstrap> {
  const ahead = asked && performance.now() - asked.atMs < freshMs ? asked.answer : undefined;
  asked = undefined;
  return ahead ?? fetchBootstrap();
}

export const browserTabletWorld: TabletWorld = {
  now: () => performance.now(),
  after: afterMs,
  createId: createCommandId,
  bootstrap: askBootstrap,
  linkWorld: (realtimePort, standbys) =>
    browserWorld(socketAddress(realtimePort, '/scoring'), () => standbys().map((each) => addressAt(each, '/scoring'))),
};
