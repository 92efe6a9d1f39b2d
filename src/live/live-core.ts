// The live thread put together: sockets, their sessions, topics, and what goes back and forth to the main thread, in batches.
import type { CloseName } from '../wire/codes.ts';
import type { LiveOptions, LiveStats, LiveToMain, MainToLive, OutcomeFrame } from './messages.ts';
import { Session, type SessionWorld } from './session.ts';
import { createSockets } from './sockets.ts';
import { TopicHubs } from './topic-hubs.ts';
import { createTurnOutbox } from './turn-outbox.ts';

export interface LiveCore {
  take(messages: readonly MainToLive[]): void;
  /** At once, without a word to clients. Harmless when closed already. */
  closeSockets(): void;
}

const housekeepingMs = 1000;
/** Time for close frames to reach clients, and their answers to come back: bytes unread at the end would reset the connection. */
const farewellMs = 100;

/** `post` sends to the main thread; `finish` lets the thread end. */
export function runLive(
  options: LiveOptions,
  post: (messages: readonly LiveToMain[]) => void,
  finish: () => void,
): LiveCore {
  const sessions = new Map<number, Session>();
  const outbox = createTurnOutbox<LiveToMain>((messages) => post(commandsTogether(messages)));
  let lastId = 0;
  let framesDropped = 0;
  let malformedFrames = 0;
  let isClosed = false;

  const hubs = new TopicHubs({
    publish: (topic, frame, done) => sockets.publish(topic, frame, done),
    recall: (topic) => sockets.recall(topic),
    // Leaves at the end of a turn in which the last sockets are written to (turn-outbox.ts).
    published: (topic, to) => outbox.push({ kind: 'published', topic, to }),
    watched: (topic) => outbox.push({ kind: 'watched', topic }),
    unwatched: (topic) => outbox.push({ kind: 'unwatched', topic }),
    snapshotWanted: (topic) => outbox.push({ kind: 'snapshotWanted', topic }),
  });
  const world: SessionWorld = {
    options,
    hubs,
    toMain: outbox.push,
    malformed() {
      malformedFrames += 1;
    },
    nowMs: Date.now,
  };
  const sockets = createSockets(options, {
    opened(role, port) {
      lastId += 1;
      const session = new Session(lastId, role, port, world);
      sessions.set(session.id, session);
      return session;
    },
    closed(session) {
      sessions.delete(session.id);
      session.closed();
    },
    dropped() {
      framesDropped += 1;
    },
  });

  function answer(outcomes: readonly OutcomeFrame[]) {
    for (const [socket, mine] of Map.groupBy(outcomes, (outcome) => outcome.socket)) sessions.get(socket)?.answer(mine);
  }

  function dismiss(competition: string, device: string, close: CloseName) {
    for (const { device: its, port } of [...sessions.values()]) {
      if (its?.competition === competition && its.device === device) port.close(close);
    }
  }

  function stats(): LiveStats {
    const all = [...sessions.values()];
    const scoring = all.filter(({ role }) => role === 'scoring');
    return {
      scoringSockets: scoring.length,
      boardSockets: all.length - scoring.length,
      topics: hubs.count,
      framesSent: sockets.framesSent,
      framesDropped,
      malformedFrames,
      resyncs: hubs.resyncs,
      devices: scoring.flatMap(({ device }) => (device ? [`${device.competition}/${device.device}`] : [])),
    };
  }

  function closeSockets() {
    if (isClosed) return;
    isClosed = true;
    clearInterval(housekeeping);
    sockets.close();
  }

  function stop() {
    sockets.stopListening();
    const wait = sessions.size === 0 ? 0 : farewellMs;
    for (const { port } of [...sessions.values()]) port.close('stopping');
    setTimeout(() => {
      closeSockets();
      outbox.flush();
      finish();
    }, wait);
  }

  function renewCertificate() {
    const why = sockets.renewCertificate();
    if (why !== undefined) outbox.push({ kind: 'certificateRefused', why });
  }

  function takeOne(message: MainToLive) {
    switch (message.kind) {
      case 'greeted':
        sessions.get(message.socket)?.greeted(message.place);
        return;
      case 'refused':
        sessions.get(message.socket)?.port.close(message.close);
        return;
      case 'outcomes':
        answer(message.outcomes);
        return;
      case 'snapshot':
        hubs.snapshot(message);
        return;
      case 'noSuchTopic':
        hubs.noSuchTopic(message.topic);
        return;
      case 'delta':
        hubs.delta(message);
        return;
      case 'dismiss':
        dismiss(message.competition, message.device, message.close);
        return;
      case 'renewCertificate':
        renewCertificate();
        return;
      case 'stop':
        stop();
    }
  }

  const housekeeping = setInterval(() => {
    hubs.sweep();
    for (const session of [...sessions.values()]) session.closeIfSilent();
    outbox.push({ kind: 'stats', stats: stats() });
  }, housekeepingMs);

  const listening = sockets.listen();
  outbox.push(listening.kind === 'portTaken' ? { kind: 'listenFailed', port: listening.port } : listening);
  return {
    take(messages) {
      for (const message of messages) takeOne(message);
    },
    closeSockets,
  };
}

/** One message with all commands, before the rest: also before the `gone` of a device that said its last word. */
function commandsTogether(messages: readonly LiveToMain[]): readonly LiveToMain[] {
  const commands = messages.flatMap((message) => (message.kind === 'commands' ? message.commands : []));
  if (commands.length === 0) return messages;
  return [{ kind: 'commands', commands }, ...messages.filter(({ kind }) => kind !== 'commands')];
}
