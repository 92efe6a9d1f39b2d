// Frames on real sockets of the live thread. What it answers with is counted by its kind, a close by its code's name; a socket that is
// neither answered on nor closed hangs. After each frame the time is asked, so that there is an answer also to what needs none.
import { bytesToClientMessage, type ClientMessage } from '../../wire/client-to-server.ts';
import { findCloseCode } from '../../wire/codes.ts';
import { MalformedError } from '../../wire/malformed.ts';
import type { ServerMessage } from '../../wire/server-to-client.ts';
import { joinDevices } from '../every-role.ts';
import type { LiveClient } from '../live-client.ts';
import { openLiveDesk } from '../live-desk.ts';
import { createScope } from '../scope.ts';
import { clientFrames } from './frame-kinds.ts';
import type { Bytes } from './mutate.ts';
import type { FuzzKind } from './run-fuzz.ts';

const mark = 4_242_424_242;

type Kind = ServerMessage['kind'];
/** What has to come for a frame that can be read, also when the answer to the time is here already: it is of another thread. */
const due: Readonly<Partial<Record<ClientMessage['kind'], ReadonlySet<Kind>>>> = {
  command: new Set<Kind>(['ack', 'rejection', 'deferral']),
  subscribe: new Set<Kind>(['snapshot', 'delta', 'notice']),
};

function dueFor(bytes: Bytes): ReadonlySet<Kind> | undefined {
  try {
    return due[bytesToClientMessage(bytes).kind];
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}

/** Resolves with the next message or the close; listens no longer than that. */
function nextOf({ socket }: Pick<LiveClient, 'socket'>): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      socket.off('message', wake).off('close', wake);
      resolve();
    };
    socket.on('message', wake).on('close', wake);
  });
}

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

  /** Kinds of what came, up to the answer to the mark and to what awaits one; or the close code's name. */
  async function answerOf(on: LiveClient, awaited: ReadonlySet<Kind> | undefined): Promise<string> {
    const { socket } = on;
    const seen = new Set<Kind>();
    let isMarked = false;
    for (;;) {
      for (const message of on.unread().splice(0)) {
        if (message.kind === 'time' && message.clientTimeMs === mark) isMarked = true;
        else seen.add(message.kind);
      }
      const isAnswered = awaited === undefined || [...seen].some((kind) => awaited.has(kind));
      if (isMarked && isAnswered) return [...seen].sort().join(' + ') || 'needs no answer';
      if (socket.readyState === socket.CLOSED) return `closed ${findCloseCode((await on.closed()).code).name}`;
      await nextOf(on);
    }
  }

  return {
    name: 'frames on real sockets',
    samples: clientFrames(),
    async take(bytes: Bytes) {
      const on = await greeted();
      on.sendBytes(bytes);
      on.send({ kind: 'time', clientTimeMs: mark });
      const answer = await answerOf(on, dueFor(bytes));
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
