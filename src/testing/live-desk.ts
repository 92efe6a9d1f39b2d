// The live thread on a real port, put together with the rules and the desk in memory as the appliance does it: what sockets may do, without
// Redis and SQLite.
import { authenticateDevice } from '../access/authenticate-device.ts';
import { type Boards, createBoards } from '../boards/boards.ts';
import { publicIntake } from '../intake/public-intake.ts';
import { createScoringSessions, type ScoringSessions } from '../intake/scoring-sessions.ts';
import { systemClock } from '../kit/clock.ts';
import type { Live } from '../live/live.ts';
import { openLive } from '../live/live-worker.ts';
import type { LiveOptions } from '../live/messages.ts';
import { liveOptions } from './bare-live.ts';
import { openHttpDesk } from './http-desk.ts';
import { connectLive, type Headers, type LiveClient } from './live-client.ts';
import type { Scope } from './scope.ts';

const usual: Partial<LiveOptions> = { maxTopicsPerSocket: 20, maxCommandsUnderWay: 500 };

export async function openLiveDesk(t: Scope, changed: Partial<LiveOptions> = {}) {
  const desk = await openHttpDesk(t);
  const { intake } = desk;
  const failures: Error[] = [];
  const clients = new Set<LiveClient>();
  // Greetings come in later turns than the one in which these are made.
  let sessions: ScoringSessions | undefined;
  let boards: Boards | undefined;
  const live: Live = await openLive(
    { ...liveOptions, ...usual, ...changed },
    {
      greet: (...said) => sessions?.greet(...said),
      commands: (...said) => sessions?.commands(...said),
      gone: (...said) => sessions?.gone(...said),
      watched: (...said) => boards?.watched(...said),
      unwatched: (...said) => boards?.unwatched(...said),
      snapshotWanted: (...said) => boards?.snapshotWanted(...said),
      published: (...said) => boards?.published(...said),
      certificateRefused: (why) => void failures.push(new Error(why)),
      failed: (error) => void failures.push(error),
    },
  );
  sessions = createScoringSessions({
    live: () => live,
    intake,
    authenticate: (credentials) => authenticateDevice(credentials, intake.find),
    clock: systemClock,
    observe: () => undefined,
  });
  boards = createBoards({ live, find: intake.find, findPublic: publicIntake(intake).find });
  intake.onCommitted(boards.committed);
  t.after(async () => {
    for (const { socket } of clients) socket.terminate();
    await live.close();
  });
  async function connect(path: '/scoring' | '/board', headers: Headers = {}): Promise<LiveClient> {
    const client = await connectLive(live.port, path, headers);
    clients.add(client);
    client.socket.once('close', () => clients.delete(client));
    return client;
  }
  return { desk, live, connect, failures };
}

export type LiveDesk = Awaited<ReturnType<typeof openLiveDesk>>;
