// Live frames and records: what comes in by sockets, what pages are sent, what is kept in the journal.
import fc from 'fast-check';
import { decide } from '../../domain/decide.ts';
import { Session, type SessionWorld } from '../../live/session.ts';
import type { Follower, TopicHubs } from '../../live/topic-hubs.ts';
import { bytesToClientMessage, type ClientMessage, clientMessageToBytes } from '../../wire/client-to-server.ts';
import { bytesToFact, factToBytes } from '../../wire/fact-record.ts';
import { MalformedError } from '../../wire/malformed.ts';
import { bytesToServerMessage, serverMessageToBytes } from '../../wire/server-to-client.ts';
import { anyFact } from '../any-fact.ts';
import { anyScoringCommand, anyTargetSheet, anyWholeBody } from '../any-live.ts';
import { contextOf } from '../small-competition.ts';
import { wholeCompetition } from '../whole-competition.ts';
import type { Bytes } from './mutate.ts';
import type { FuzzKind } from './run-fuzz.ts';

type Samples = FuzzKind['samples'];

const hello: ClientMessage = {
  ...{ kind: 'hello', protocol: 1 },
  credentials: { competition: 'c1', device: 'tablet-1', token: 'x'.repeat(43) },
};

/** The same in every run: cases follow from seed and number. */
function sampled<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { seed: 1, numRuns: count });
}

export function clientFrames(): Samples {
  const commands = sampled(anyScoringCommand, 200).map(
    (command, index): ClientMessage => ({ kind: 'command', commandId: index.toString(16).padStart(32, '0'), command }),
  );
  const asked: readonly ClientMessage[] = [
    { kind: 'hello', protocol: 1, credentials: undefined },
    { kind: 'subscribe', topic: 'leaderboard/c1/RM', since: undefined },
    { kind: 'subscribe', topic: 'target/c1/1', since: { epoch: 'e1', seq: 7 } },
    { kind: 'subscribe', topic: 'match/c1/RM/1%2F1', since: undefined },
    { kind: 'unsubscribe', topic: 'athlete/c1/3' },
    { kind: 'time', clientTimeMs: 1_700_000_000_000 },
  ];
  const bytes = [...asked, ...commands].map(clientMessageToBytes);
  return [clientMessageToBytes(hello), ...bytes];
}

/** What one frame on a fresh greeted socket comes to: an answer, a message to the main thread, or a close code's name. */
export function sessionKind(): FuzzKind {
  const nothing = () => undefined;
  let said = '';
  const world: SessionWorld = {
    options: { version: '9.9.9', maxTopicsPerSocket: 2, maxCommandsUnderWay: 2 },
    hubs: {
      follow: () => {
        said = 'followed';
      },
      unfollow: (_: Follower, __: string) => {
        said = 'left';
      },
      gone: nothing,
    } as unknown as TopicHubs,
    toMain: ({ kind }) => {
      said = kind;
    },
    malformed: nothing,
    nowMs: () => 1_700_000_000_000,
  };
  const port = {
    send: () => {
      said ||= 'answered';
      return true;
    },
    backlogBytes: () => 0,
    together: (run: () => void) => run(),
    join: nothing,
    leave: nothing,
    close: (name: string) => {
      said = `closed ${name}`;
    },
    cut: nothing,
  };
  return {
    name: 'frames on a socket, in process',
    samples: clientFrames(),
    take(bytes, number) {
      const session = new Session(number, 'scoring', port, world);
      if (number % 8 !== 0) {
        session.receive(clientMessageToBytes(hello), true);
        session.greeted({ butt: 1 });
      }
      said = '';
      session.receive(bytes, number % 64 !== 1);
      if (said === '') throw new Error('neither answered nor closed');
      return said;
    },
  };
}

function readOr<T>(read: () => T, name: (value: T) => string): string {
  try {
    return name(read());
  } catch (error) {
    if (error instanceof MalformedError) return 'malformed';
    throw error;
  }
}

/** A frame that can be read goes on to the rules, which have to say yes or no. */
export function commandKind(): FuzzKind {
  const state = wholeCompetition();
  const devices = [...state.devices.keys()];
  const decided = (message: ClientMessage) => {
    if (message.kind !== 'command') return 'no command';
    const device = devices[message.commandId.charCodeAt(31) % Math.max(1, devices.length)] ?? 'nobody';
    const isDesk = message.commandId.charCodeAt(30) % 2 === 0;
    const context = contextOf(isDesk ? { role: 'organiser' } : { role: 'scorer', device });
    const decision = decide(state, message.command, context);
    return decision.kind === 'rejected' ? `rejected ${decision.rejection.code}` : 'accepted';
  };
  const inRange = clientFrames().slice(7);
  return {
    name: 'commands up to the rules',
    samples: [clientMessageToBytes(hello), ...inRange, ...plausible()],
    take: (bytes) => readOr(() => bytesToClientMessage(bytes), decided),
  };
}

/** Commands that come far: of entries and ends that there are. */
function plausible(): readonly Bytes[] {
  const id = (index: number) => index.toString(16).padStart(32, '0');
  return Array.from({ length: 40 }, (_, index) =>
    clientMessageToBytes({
      kind: 'command',
      commandId: id(index),
      command:
        index % 2 === 0
          ? { kind: 'scoreArrows', entry: 1 + (index % 9), end: 1 + (index % 3), first: 0, arrows: ['X', '10', '9'] }
          : {
              ...{ kind: 'scoreMatch', event: 'RM', match: index % 4 === 1 ? '2/1' : '1/1', side: 'a' },
              ...{ part: 'end', number: 1 + (index % 3), first: 0, arrows: ['X', '9', '9'] },
            },
    }),
  );
}

export function serverFrameKind(): FuzzKind {
  const at = { epoch: 'e1', seq: 9 };
  const topic = 'target/c1/1';
  const snapshots = [
    ...sampled(anyWholeBody, 60),
    ...sampled(anyTargetSheet, 60).map((sheet) => ({ kind: 'targetSheet', sheet }) as const),
  ].map((body) => serverMessageToBytes({ kind: 'snapshot', topic, at, body }));
  return {
    name: 'frames to pages',
    samples: [serverMessageToBytes({ kind: 'time', clientTimeMs: 1, serverTimeMs: 2 }), ...snapshots],
    take: (bytes) =>
      readOr(
        () => bytesToServerMessage(bytes),
        ({ kind }) => kind,
      ),
  };
}

export function recordKind(): FuzzKind {
  const records = sampled(anyFact, 200).map((fact, index) =>
    factToBytes({ at: index, commandId: index.toString(16).padStart(32, '0'), actor: { role: 'organiser' }, fact }),
  );
  const [first = new Uint8Array(), ...rest] = records;
  return {
    name: 'records of the journal',
    samples: [first, ...rest],
    take: (bytes) =>
      readOr(
        () => bytesToFact(1, bytes),
        () => 'read',
      ),
  };
}
