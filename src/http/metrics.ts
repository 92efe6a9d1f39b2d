// Figures for Prometheus. Parts report through the two `observe` calls; everything else is read from them when somebody asks.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readNodeId } from '../config/node-id.ts';
import type { Outcome } from '../intake/intake.ts';
import type { PublishingStatus, RelayStatus } from '../wire/api-relay.ts';
import { type AckTimes, createAckTimes } from './ack-times.ts';
import type { Feeds } from './feed/feeds.ts';
import type { HttpParts } from './parts.ts';

export interface Metrics {
  /** From a command's arrival on the main thread to its answer. */
  observeCommand(outcome: Outcome['kind'], durationMs: number): void;
  observeRequest(method: string, route: string, status: number): void;
  readonly acks: AckTimes;
  /** Prometheus' text. */
  read(): Promise<string>;
  readonly contentType: string;
  /** Lets go of the parts: what prom-client observes of the process it never stops observing. */
  close(): void;
}

type Sources = Pick<
  HttpParts,
  'archive' | 'backups' | 'clock' | 'config' | 'intake' | 'journal' | 'live' | 'outlets' | 'sidecar'
> & {
  readonly feeds: Pick<Feeds, 'stats'>;
};

export function createMetrics(sources: Sources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const { redisUrl, dataFolder } = sources.config;
  // Nodes that share a Redis may be behind one address.
  if (redisUrl !== undefined) registry.setDefaultLabels({ node: readNodeId(dataFolder) });
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: 'tenring_commands_total',
    help: 'Commands answered, by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  const commandSeconds = new Histogram({
    name: 'tenring_command_seconds',
    help: 'Time from the arrival of an accepted command to its answer, fsync included',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  });
  const requests = new Counter({
    name: 'tenring_http_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  addGauges(sources, registers);
  addRelayGauges(sources, registers);
  addPublishingGauges(sources, registers);
  const acks = createAckTimes();
  return {
    acks,
    observeCommand(outcome, durationMs) {
      commands.inc({ outcome });
      if (outcome !== 'accepted') return;
      commandSeconds.observe(durationMs / 1_000);
      acks.add(durationMs);
    },
    observeRequest: (method, route, status) => requests.inc({ method, route, status }),
    read: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => registry.clear(),
  };
}

/** Facts that are in the journal and not yet in SQLite. */
export function archiveLag({ archive, intake }: Pick<Sources, 'archive' | 'intake'>): number {
  const archived = new Map(archive.stats().competitions.map(({ id, seq }) => [id, seq]));
  return intake.list().reduce((sum, { id, at }) => sum + Math.max(0, at.seq - (archived.get(id) ?? 0)), 0);
}

/** None of them without a relay. */
function addRelayGauges({ outlets }: Sources, registers: Registry[]) {
  if (!outlets?.pusher) return;
  const gauge = (name: string, help: string, read: (status: RelayStatus) => number) => {
    new Gauge({
      name: `tenring_relay_${name}`,
      help,
      registers,
      collect: function collect() {
        const status = outlets.relay();
        if (status) this.set(read(status));
      },
    });
  };
  gauge('up', '1 while live results get out to the internet', ({ state }) => (state === 'up' ? 1 : 0));
  gauge('throttled', '1 while Pusher wants less', ({ state }) => (state === 'throttled' ? 1 : 0));
  gauge('waiting_parts', 'Parts of boards that differ from what was sent last', ({ waiting }) => waiting);
  gauge('events', 'Events sent since the start', ({ events }) => events);
  gauge('too_large_events', 'Events given up because they were too large', ({ tooLarge }) => tooLarge);
  gauge('messages_used', 'Messages of this day, as Pusher counts them', ({ usedToday }) => usedToday);
  gauge('messages_left', 'What is left of the day’s messages', ({ usedToday, perDay }) => perDay - usedToday);
}

/** None of them where nothing is published. */
function addPublishingGauges({ outlets, clock }: Sources, registers: Registry[]) {
  if (!outlets?.publishes) return;
  const gauge = (name: string, help: string, read: (status: PublishingStatus) => number) => {
    new Gauge({
      name: `tenring_publishing_${name}`,
      help,
      registers,
      collect: function collect() {
        const status = outlets.publishing();
        if (status) this.set(read(status));
      },
    });
  };
  gauge('trouble', '1 while results cannot be written to the web space', ({ trouble }) => (trouble === null ? 0 : 1));
  gauge('files_written', 'Files written since the start', ({ written }) => written);
  gauge('age_seconds', 'Since the last file was written; NaN before the first', ({ lastAt }) =>
    lastAt === null ? Number.NaN : (clock.now() - lastAt) / 1_000,
  );
}

function addGauges(sources: Sources, registers: Registry[]) {
  const { archive, backups, clock, feeds, intake, journal, live, sidecar } = sources;
  const gauge = (name: string, help: string, read: () => number) => {
    new Gauge({
      name: `tenring_${name}`,
      help,
      registers,
      collect: function collect() {
        this.set(read());
      },
    });
  };
  gauge('journal_up', '1 while the journal answers', () => (journal.state === 'up' ? 1 : 0));
  gauge('redis_up', '1 while the built-in Redis runs, or with an outside one', () =>
    !sidecar || sidecar.state.kind === 'up' ? 1 : 0,
  );
  gauge('archive_lag_facts', 'Facts in the journal that the archive has not yet', () => archiveLag(sources));
  gauge('archive_trouble', '1 while the archive cannot write', () => (archive.stats().trouble === undefined ? 0 : 1));
  gauge('archive_facts', 'Facts archived since the start', () => archive.stats().facts);
  gauge(
    'archive_last_commit_seconds',
    'Duration of the last SQLite commit',
    () => archive.stats().lastCommitMs / 1_000,
  );
  gauge('archive_file_bytes', 'Size of the SQLite file', () => archive.stats().fileBytes);
  gauge('backup_age_seconds', 'Since the last backup of everything; NaN before the first', () => {
    const { lastAt } = backups.status();
    return lastAt === null ? Number.NaN : (clock.now() - lastAt) / 1_000;
  });
  gauge('backup_trouble', '1 while regular backups cannot be made', () => (backups.status().trouble === null ? 0 : 1));
  gauge('competitions', 'Competitions', () => intake.list().length);
  gauge('live_topics', 'Topics that somebody watches', () => live.stats().topics);
  gauge('live_frames_sent', 'Frames sent since the start', () => live.stats().framesSent);
  gauge('live_frames_dropped', 'Frames dropped for slow sockets since the start', () => live.stats().framesDropped);
  gauge('live_malformed_frames', 'Frames that could not be read since the start', () => live.stats().malformedFrames);
  gauge('live_resyncs', 'Snapshots sent in place of deltas since the start', () => live.stats().resyncs);
  gauge('feed_readers', 'Programs that read a feed of events', () => feeds.stats().readers);
  gauge('feed_events', 'Events sent to them since the start', () => feeds.stats().events);
  gauge('feed_cut', 'Of them cut off because they read nothing, since the start', () => feeds.stats().cut);
  new Gauge({
    name: 'tenring_live_sockets',
    help: 'Open sockets by role',
    labelNames: ['role'] as const,
    registers,
    collect() {
      this.set({ role: 'scoring' }, live.stats().scoringSockets);
      this.set({ role: 'board' }, live.stats().boardSockets);
    },
  });
}
