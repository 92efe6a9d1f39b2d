// One run of the appliance in the simulation: the real write path, sessions and archive follower over what is on its disk. A crash leaves
// everything under way where it is: what it had sent to Redis may still arrive there, and nothing that it says afterwards is heard.
import { authenticateDevice } from '../../access/authenticate-device.ts';
import type { Archive } from '../../archive/archive.ts';
import { type Follower, startFollower } from '../../archive/archive-follower.ts';
import type { ArchiveStore } from '../../archive/archive-store.ts';
import { createTroubles, type Troubles } from '../../archive/troubles.ts';
import { createIntake, type OpenableIntake } from '../../intake/create-intake.ts';
import { loadCompetition } from '../../intake/load-competition.ts';
import { createScoringSessions, type ScoringSessions } from '../../intake/scoring-sessions.ts';
import { createMemoryJournal } from '../../journal/memory-journal.ts';
import { silentLog } from '../../kit/log.ts';
import type { Live } from '../../live/live.ts';
import { Session, type SessionWorld } from '../../live/session.ts';
import type { SocketPort } from '../../live/socket-port.ts';
import { TopicHubs } from '../../live/topic-hubs.ts';
import type { Random } from '../../simulator/random.ts';
import { createFaultyJournal, type FaultyJournal } from '../faulty-journal.ts';
import { openMemoryGroupReader } from './memory-group-reader.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimDisk } from './sim-disk.ts';

/** What a broken appliance would do: each must be found out by the checks. */
export type Breakage = 'forgetsCommands' | 'acksBeforeDisk';

/** What went wrong, and how often: a simulation in which nothing does would prove nothing. */
export type Tally = Record<
  | 'socketsCut'
  | 'answersDropped'
  | 'appendsFailed'
  | 'repliesLost'
  | 'redisAway'
  | 'crashes'
  | 'archiveDeaths'
  | 'redisLost'
  | 'backupsRestored'
  | 'arrowsTakenBack'
  | 'sentAgain'
  | 'deferred',
  number
>;

export interface SimWorld {
  readonly tally: Tally;
  readonly disk: SimDisk;
  readonly clock: SimClock;
  readonly random: Random;
  /** How often something goes wrong, from 0 to 1. */
  faultRate: number;
  readonly broken: Breakage | undefined;
}

const noEnd = () => undefined;

export class SimProcess {
  readonly intake: OpenableIntake;
  readonly journal: FaultyJournal;
  readonly troubles: Troubles;
  readonly #sessions: ScoringSessions;
  readonly #follower: Follower;
  readonly #sockets = new Map<number, Session>();
  readonly #world: SimWorld;
  #lastSocket = 0;
  #isAlive = true;
  /** Why the process has to stop: a defect in the archive's thread, or another journal. */
  failure: string | undefined;

  private constructor(world: SimWorld, journal: FaultyJournal, intake: OpenableIntake) {
    this.#world = world;
    this.journal = journal;
    this.intake = intake;
    this.troubles = createTroubles(noEnd);
    this.#sessions = createScoringSessions({
      live: () => this.#live(),
      intake,
      clock: world.clock,
      authenticate: (credentials) => authenticateDevice(credentials, intake.find),
      observe: noEnd,
    });
    this.#follower = this.#follow();
  }

  /** As appliance.ts does it. */
  static async start(world: SimWorld): Promise<SimProcess> {
    const { disk, clock } = world;
    const journal = createFaultyJournal(createMemoryJournal(disk.redis));
    const parts = { journal, clock, log: silentLog };
    let started: SimProcess | undefined;
    const intake = createIntake({
      ...parts,
      journalReplaced: () => {
        if (started) started.failure = 'another journal than before';
      },
    });
    const archived = new Map(disk.store.list().map(({ id, seq }) => [id, seq]));
    const archive = archiveOf(disk.store);
    for (const id of new Set([...archived.keys(), ...(await journal.competitions())])) {
      const start = await loadCompetition(id, archived.get(id) ?? 0, { ...parts, archive });
      if (world.broken === 'forgetsCommands') start.takenEffect.clear();
      intake.open(id, start);
    }
    started = new SimProcess(world, journal, intake);
    return started;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** A client's socket reaches the appliance. */
  accept(port: SocketPort): { receive(bytes: Uint8Array): void; closed(): void } {
    this.#lastSocket += 1;
    const session = new Session(this.#lastSocket, 'scoring', port, this.#sessionWorld());
    this.#sockets.set(session.id, session);
    return {
      receive: (bytes) => {
        if (this.#isAlive && this.#sockets.has(session.id)) session.receive(bytes, true);
      },
      closed: () => {
        this.#sockets.delete(session.id);
        if (this.#isAlive) session.closed();
      },
    };
  }

  crash(): void {
    this.#isAlive = false;
    // What was sent before may still arrive.
    this.journal.reachable = false;
    for (const { port } of this.#sockets.values()) port.cut();
    // An archive that has died already has told why.
    this.#follower.stop().catch(noEnd);
    // What waits is never answered: nobody hears it.
    void this.intake.close();
  }

  /** Everything that is in the journal is in the archive when it resolves. */
  drained(): Promise<void> {
    return this.#follower.drained();
  }

  #sessionWorld(): SessionWorld {
    return {
      options: { version: 'simulated', maxTopicsPerSocket: 1, maxCommandsUnderWay: 100 },
      hubs: noHubs,
      toMain: (message) => {
        if (message.kind === 'greet') this.#sessions.greet(message.socket, message.credentials);
        else if (message.kind === 'commands') this.#sessions.commands(message.commands);
        else if (message.kind === 'gone') this.#sessions.gone(message.socket);
      },
      malformed: () => {
        this.failure = 'a frame that cannot be read';
      },
      nowMs: () => this.#world.clock.now(),
    };
  }

  #live(): Live {
    const whenAlive = (act: () => void) => {
      if (this.#isAlive) act();
    };
    return {
      ...silentLive,
      greet: (socket, place) => whenAlive(() => this.#sockets.get(socket)?.greeted(place)),
      refuse: (socket, close) => whenAlive(() => this.#sockets.get(socket)?.port.close(close)),
      answer: (outcome) =>
        whenAlive(() => {
          if (outcome.outcome.kind === 'deferred') this.#world.tally.deferred += 1;
          this.#sockets.get(outcome.socket)?.answer([outcome]);
        }),
    };
  }

  #follow(): Follower {
    const { disk, clock } = this.#world;
    const mayFail = () => !this.#isAlive || this.#chance(0.2);
    const follower = startFollower({
      store: this.#mortalStore(disk.store),
      reader: openMemoryGroupReader(disk.redis, disk.group, clock, { fails: mayFail }),
      troubles: this.troubles,
      log: silentLog,
      clock,
      committed: noEnd,
      ...{ snapshotEvery: 7, keptTail: 3, restMs: 200 },
    });
    follower.over.catch((error: unknown) => {
      this.failure = String(error);
    });
    return follower;
  }

  /** A thread that dies right before or after a commit: in the appliance that stops the process. */
  #mortalStore(store: ArchiveStore): ArchiveStore {
    return {
      ...store,
      insert: (batches) => {
        this.#maybeDie('before');
        store.insert(batches);
        this.#maybeDie('after');
      },
      saveSnapshot: (competition, snapshot) => {
        if (this.#isAlive) store.saveSnapshot(competition, snapshot);
      },
    };
  }

  #maybeDie(when: 'before' | 'after'): void {
    if (this.#isAlive && !this.#chance(0.05)) return;
    this.#world.tally.archiveDeaths += 1;
    throw new Error(`the archive died ${when} a commit`);
  }

  #chance(share: number): boolean {
    return this.#world.random.next() < share * this.#world.faultRate;
  }
}

const noHubs = new TopicHubs({
  publish: noEnd,
  recall: noEnd,
  published: noEnd,
  watched: noEnd,
  unwatched: noEnd,
  snapshotWanted: noEnd,
});

const silentLive: Live = {
  port: 0,
  securePort: undefined,
  greet: noEnd,
  refuse: noEnd,
  answer: noEnd,
  snapshot: noEnd,
  noSuchTopic: noEnd,
  delta: noEnd,
  dismiss: noEnd,
  renewCertificate: noEnd,
  stats: () => ({
    ...{ scoringSockets: 0, boardSockets: 0, topics: 0, framesSent: 0, framesDropped: 0 },
    ...{ malformedFrames: 0, resyncs: 0, devices: [] },
  }),
  close: () => Promise.resolve(),
};

/** The archive without its thread, as loading reads it. */
function archiveOf(store: ArchiveStore): Archive {
  const notHere = () => Promise.reject(new Error('not in the simulation'));
  return {
    list: async () => store.list(),
    latestSnapshot: async (competition) => store.latestSnapshot(competition),
    read: async (competition, afterSeq, limit) => store.read(competition, afterSeq, limit),
    commands: async (competition, afterSeq, limit) => store.commands(competition, afterSeq, limit),
    ...{ remove: notHere, removed: async () => [], forgetRemoved: notHere, complete: notHere },
    ...{ follow: notHere, drained: notHere },
    stats: () => {
      throw new Error('not in the simulation');
    },
    close: () => Promise.resolve(),
  };
}
