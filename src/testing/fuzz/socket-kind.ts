// Frames on real sockets of the live thread. What it answers with is counted by its kind, a close by its code's name; a socket that is
// neither answered on nor closed is a failure. After each frame the time is asked: whatever comes before the answer to that belongs to it.
import { once } from 'node:events';
import { findCloseCode } from '../../wire/codes.ts';
import { joinDevices } from '../every-role.ts';
import type { LiveClient } from '../live-client.ts';
import { openLiveDesk } from '../live-desk.ts';
import { createScope } from '../scope.ts';
import { clientFrames } from './frame-kinds.ts';
import type { Bytes } from './mutate.ts';
import type { FuzzKind } from './run-fuzz.ts';

const mark = 4_242_424_242;

export async function socketKind(): Promise<FuzzKind> {
  const scope = createScope();
  const { desk, live, connect, failures } = await openLiveDesk(scope);
  await desk.logIn();
  const competition = await desk.createCompetition();
  await desk.importCsv(competition, 'name;category;target\nAdi;RM;1A\nBayu;RM;2A\n');
  const { here } = await joinDevices(desk, competition);
  let client: LiveClient | undefined;

  async function greeted(): Promise<LiveClient> {
    if (client?.socket.readyState === 1) return client;
    client = await connect('/scoring');
    client.hello({ competition, ...here });
    await client.next('welcome');
    return client;
  }

  /** Kinds of what came, up to the answer to the mark; or the close code. */
  async function answerOf(on: LiveClient): Promise<string> {
    const { socket } = on;
    const seen = new Set<string>();
    for (;;) {
      for (const message of on.unread().splice(0)) {
        if (message.kind === 'time' && message.clientTimeMs === mark) return [...seen].sort().join(' + ') || 'nothing';
        seen.add(message.kind);
      }
      if (socket.readyState === socket.CLOSED) return `closed ${findCloseCode((await on.closed()).code).name}`;
      await Promise.race([once(socket, 'message'), once(socket, 'close')]);
    }
  }

  return {
    name: 'frames on real sockets',
    samples: clientFrames(),
    async take(bytes: Bytes) {
      const on = await greeted();
      on.sendBytes(bytes);
      on.send({ kind: 'time', clientTimeMs: mark });
      const answer = await answerOf(on);
      if (failures.length > 0) throw failures[0];
      return answer;
    },
    async close() {
      const { malformedFrames } = live.stats();
      await scope.close();
      if (failures.length > 0) throw new Error(`the live thread failed after ${malformedFrames} malformed frames`);
    },
  };
}
