// The program as it runs on a competition's day, for tests that score one: its desk logged in, a tablet joined at every butt.
import assert from 'node:assert/strict';
import type { Join, Joined, TargetView } from '../wire/api-targets.ts';
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import { type DeskClient, openDesk } from './desk-client.ts';
import { openReplayTablets, type ReplayTablets } from './replay-tablets.ts';
import { runAppliance } from './run-appliance.ts';

export interface Venue {
  readonly desk: DeskClient;
  joinTablets(competition: string): Promise<ReplayTablets>;
}

/** Known to whoever starts the appliance on this folder first, too. */
export const deskPassword = 'as long as it has to be';

/** As the tablet page reads the QR code. */
function keyOfJoinPath(joinPath: string): NonNullable<Join['key']> {
  const [competition = '', butt, key = ''] = (joinPath.split('#join=')[1] ?? '').split('.');
  return { competition, butt: Number(butt), key };
}

/** A tablet at every butt: those at odd numbers join by the short code, the others by the QR code's key. */
async function joinTarget(desk: DeskClient, id: string, { butt, joinPath }: TargetView): Promise<Joined> {
  const label = `Tablet ${butt}`;
  if (butt % 2 === 1) return desk.join((await desk.joinCode(id, butt)).code, label);
  return desk.request('POST', '/api/join', { key: keyOfJoinPath(joinPath), label });
}

/** Runs the program on the folder while the work lasts. Stopping is part of the test: in order, with the archive whole. */
export async function withVenue<T>(dataFolder: string, work: (venue: Venue) => Promise<T>): Promise<T> {
  const appliance = await runAppliance({ dataFolder });
  const opened: ReplayTablets[] = [];
  let isOver = false;

  async function joinTablets(competition: string): Promise<ReplayTablets> {
    const credentials = new Map<number, DeviceCredentials>();
    for (const target of await desk.targets(competition)) {
      const { device, token, butt } = await joinTarget(desk, competition, target);
      assert.equal(butt, target.butt);
      credentials.set(butt, { competition, device, token });
    }
    // Where several competitions are scored at once, one may fail while another still joins.
    assert.ok(!isOver, 'the appliance is being stopped');
    const tablets = openReplayTablets(`ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`, credentials);
    opened.push(tablets);
    return tablets;
  }

  let desk: DeskClient;
  let result: T;
  let code: number | null;
  try {
    desk = await openDesk(appliance.origin, appliance.ready.deskCode, deskPassword);
    result = await work({ desk, joinTablets });
  } finally {
    // Also when the work has failed: a tablet that is left open would look for its appliance for ever.
    isOver = true;
    for (const tablets of opened) tablets.close();
    code = await appliance.stop();
  }
  assert.equal(code, 0, appliance.log());
  return result;
}
