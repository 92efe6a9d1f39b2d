// The composition root: settings in, running parts out. The one file that knows all parts; their order of starting and stopping is here.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { authenticateDevice } from './access/authenticate-device.ts';
import { openAccess } from './access/open-access.ts';
import { openArchive } from './archive/archive-worker.ts';
import { refuseNewer } from './archive/refuse-newer.ts';
import { openBackups } from './backup/open-backups.ts';
import { createBoards } from './boards/boards.ts';
import type { Config } from './config/config.ts';
import { sizesFor } from './config/sizes.ts';
import { thisMachine } from './config/this-machine.ts';
import { type Http, openHttp } from './http/open-http.ts';
import { relayedAnswerAt } from './http/relayed-answers.ts';
import { createIntake, type OpenableIntake } from './intake/create-intake.ts';
import type { CompetitionView } from './intake/intake.ts';
import { loadCompetition } from './intake/load-competition.ts';
import { mendJournal } from './intake/mend-journal.ts';
import { publicIntake } from './intake/public-intake.ts';
import { createRemoval, finishRemoval, tellRemoved } from './intake/remove-competition.ts';
import { createScoringSessions } from './intake/scoring-sessions.ts';
import { openRedisJournal } from './journal/redis-journal.ts';
import { openRedisShortLived } from './journal/redis-short-lived.ts';
import { findAsset, readVersion } from './kit/installation.ts';
import { originOf, originsOf } from './kit/lan-addresses.ts';
import { openLive } from './live/live-worker.ts';
import type { LiveStats } from './live/messages.ts';
import { type Network, openNetwork } from './network/network.ts';
import { openNodes } from './nodes/open-nodes.ts';
import { createPrinter } from './printing/printer.ts';
import { createStartPrinting } from './printing/start-printing.ts';
import { type Outlets, openOutlets } from './relay/open-outlets.ts';
import type { VitalSigns } from './service/self-check.ts';
import { createDemo } from './simulator/demo.ts';
import { openAsPrimary } from './standby/as-primary.ts';
import { openPrimary } from './standby/open-role.ts';
import { type Closing, createClosing } from './starting/closing.ts';
import { holdDataFolder } from './starting/hold-data-folder.ts';
import { openRedis, redisAnswers } from './starting/open-redis.ts';
import { toStartError } from './starting/start-failure.ts';
import type { Surroundings } from './starting/surroundings.ts';
import { createTables } from './tables/open-tables.ts';
import { createStartTables } from './tables/start-tables.ts';

export interface ReadyFacts {
  readonly version: string;
  /** http origins on the LAN, best first. */
  readonly origins: readonly string[];
  readonly realtimePort: number;
  /** https origins, best first; none without TLS. */
  readonly secureOrigins: readonly string[];
  /** Of the authority that devices have to trust (SHA-256); undefined without one. */
  readonly fingerprint: string | undefined;
  /** By name, where the network allows it; a name that somebody else has already is another one a second later. */
  readonly namedOrigin: string | undefined;
  readonly dataFolder: string;
  /** Opens the organiser's desk once; undefined when a password is set. */
  readonly deskCode: string | undefined;
}

export interface Appliance {
  readonly ready: ReadyFacts;
  readonly intake: OpenableIntake;
  /** Resolves with the fault or defect that makes going on wrong; never while all is well. */
  readonly failed: Promise<Error>;
  redisProcessId(): number | undefined;
  /** For whoever watches over the process. */
  readonly vitalSigns: VitalSigns;
  /** In order: no new commands, answers out, archive whole, Redis last. */
  close(): Promise<void>;
}

/** Throws StartError: one line for the person, and an exit code. */
export async function startAppliance(config: Config, { log, clock }: Surroundings): Promise<Appliance> {
  const closing = createClosing(log);
  try {
    return await startParts(config, { log, clock }, closing);
  } catch (error) {
    await closing.close();
    throw toStartError(error, config);
  }
}

const drainDeadlineMs = 10_000;
const maxTopicsPerSocket = 20;
const maxCommandsUnderWay = 500;

async function startParts(settings: Config, surroundings: Surroundings, closing: Closing): Promise<Appliance> {
  const { log, clock } = surroundings;
  // People also type the machine's own name, which many routers know.
  const ownHosts = [...settings.allowedHosts, hostname().toLowerCase()];
  const version = readVersion();
  const sizes = sizesFor(thisMachine(), settings);
  const failure = Promise.withResolvers<Error>();
  const lock = holdDataFolder(settings.dataFolder);
  closing.add('data folder', () => lock.release());
  refuseNewer(join(settings.dataFolder, 'tenring.db'));
  const promotedFrom = await openPrimary(settings, clock.now(), log);
  const config = { ...settings, allowedHosts: [...ownHosts, ...(promotedFrom?.allowedHosts ?? [])] };

  const network = openNetwork({ config, clock, log });
  const { target, sidecar } = await openRedis(config, surroundings, closing);
  const journal = await openRedisJournal({ connection: target, log });
  closing.add('journal', () => journal.close());
  const shortLived = await openRedisShortLived({ connection: target, log });
  closing.add('short-lived keys', () => shortLived.close());
  const nodes = sidecar ? undefined : await openNodes({ dataFolder: config.dataFolder, target, clock, log });
  closing.add('nodes', () => nodes?.close());

  const archive = await openArchive({
    file: join(config.dataFolder, 'tenring.db'),
    connection: target,
    log,
    onFailed: failure.resolve,
    memory: { heapMegabytes: sizes.archiveHeapMegabytes, cacheMegabytes: sizes.databaseCacheMegabytes },
    ...(nodes && { group: nodes.group }),
  });
  closing.add('archive', () => archive.close());

  const intake = createIntake({
    journal,
    clock,
    log,
    journalReplaced: (competition, expected, found) => {
      log.error({ competition, expected, found }, 'Redis has lost its data while running');
      failure.resolve(
        new Error('Redis has lost its data while running. Start Tenring again: it goes on from the archive.'),
      );
    },
  });
  await nodes?.complete(journal, archive);
  for (const id of await archive.removed()) await finishRemoval(id, { archive, journal, log });
  const archived = new Map((await archive.list()).map(({ id, seq }) => [id, seq]));
  for (const id of new Set([...archived.keys(), ...(await journal.competitions())])) {
    if (!nodes) await mendJournal(id, archived.get(id) ?? 0, { journal, archive, log });
    intake.open(id, await loadCompetition(id, archived.get(id) ?? 0, { journal, archive, log }));
  }
  await archive.follow();
  closing.add('archive tail', async () => {
    // With the disk full, say, it would wait for ever: what is not archived is in the journal, and comes at the next start.
    if (journal.state === 'down') return;
    const deadline = new AbortController();
    try {
      await Promise.race([archive.drained(), clock.sleep(drainDeadlineMs, deadline.signal)]);
    } finally {
      deadline.abort(new Error('drained'));
    }
  });

  const access = openAccess({
    folder: config.dataFolder,
    shortLived,
    clock,
    log,
    ...(nodes && { store: nodes.access }),
  });
  const asPrimary = openAsPrimary({
    ...{ config, promotedFrom, intake, journal, archive, shortLived, clock, log },
    ...{ root: network.root?.pem, failed: failure.resolve },
  });
  const live = await openLive(
    {
      host: config.host,
      port: config.realtimePort,
      version,
      allowedHosts: config.allowedHosts,
      maxTopicsPerSocket,
      maxCommandsUnderWay,
      backpressureLimitBytes: sizes.backpressureBytes,
      heapMegabytes: sizes.liveHeapMegabytes,
      tls: tlsForSockets(config, network),
    },
    {
      greet: (socket, credentials) => sessions.greet(socket, credentials),
      commands: (frames) => sessions.commands(frames),
      gone: (socket) => sessions.gone(socket),
      watched: (topic) => boards.watched(topic),
      unwatched: (topic) => boards.unwatched(topic),
      snapshotWanted: (topic) => boards.snapshotWanted(topic),
      published: (topic, to) => boards.published(topic, to),
      certificateRefused: (why) => log.error({ why }, 'the new certificate cannot be used for live connections'),
      failed: failure.resolve,
    },
  );
  network.onCertificate(live.renewCertificate);
  closing.add('live sockets', () => live.close());
  closing.add('intake', () => intake.close());
  // Whoever is not of the organiser's sees what a judge has frozen as it stood.
  const forPublic = publicIntake(intake);
  const boards = createBoards({ live, find: intake.find, findPublic: forPublic.find });
  intake.onCommitted(boards.committed);

  let http: Http | undefined;
  // Made in the turn in which the sockets open: greetings come in later turns, and may come before HTTP listens.
  const sessions = createScoringSessions({
    live: () => live,
    intake,
    clock,
    authenticate: (credentials) => authenticateDevice(credentials, intake.find),
    standbys: asPrimary.liveAddresses,
    observe: (outcome, durationMs) => http?.metrics.observeCommand(outcome, durationMs),
  });
  // Where nodes share a Redis, the others would go on with what one of them has deleted.
  const removed = (competition: CompetitionView) => {
    tellRemoved(competition, live, boards);
    outlets.replaced(competition.id);
    asPrimary.removed(competition.id);
  };
  const removal = config.redisUrl === undefined ? createRemoval({ intake, archive, journal, log, removed }) : undefined;
  const backups = openBackups({
    ...config,
    ...{ settings: config.backups, version, intake, journal, archive, clock, log },
    heapMegabytes: sizes.backupHeapMegabytes,
  });
  closing.add('backups', backups.stop);
  const startPrinting = createStartPrinting(findAsset('fonts'), sizes.printingHeapMegabytes);
  const printer = createPrinter({ startPrinting, clock, log });
  closing.add('printing', printer.close);
  const tables = createTables({ startTables: createStartTables(sizes.printingHeapMegabytes), log });
  closing.add('tables', tables.close);
  const outlets: Outlets = openOutlets({
    ...{ config, intake: forPublic, answerAt: relayedAnswerAt, clock, log },
    heapMegabytes: sizes.outletHeapMegabytes,
  });
  closing.add('relay', outlets.close);
  const parts = {
    config,
    version,
    intake,
    access,
    archive,
    journal,
    live,
    sidecar,
    network,
    clock,
    log,
    removal,
    backups,
    printer,
    tables,
    outlets,
    standbys: asPrimary.standbys,
    role: asPrimary.role,
    shared: nodes && { node: nodes.group, store: shortLived },
  };
  http = await openHttp(parts);
  closing.add('http', http.close);
  closing.add('standbys', asPrimary.close);
  asPrimary.begin(originsOf(config.host, http.port)[0] ?? '');
  network.announcePort(http.port);
  closing.add('network', network.close);

  const following = nodes?.follow({ journal, intake, archive, log, loaded: boards.replaced, failed: failure.resolve });
  closing.add('following', () => following?.stop());
  if (config.demo) startDemo(config, intake, live.port, surroundings, closing, failure.resolve);

  return {
    ready: {
      version,
      origins: originsOf(config.host, http.port),
      realtimePort: live.port,
      ...networkFacts(config, network, http),
      dataFolder: config.dataFolder,
      deskCode: access.deskCode,
    },
    intake,
    failed: failure.promise,
    redisProcessId: () => sidecar?.pid,
    vitalSigns: {
      redisAnswers: () => redisAnswers(sidecar),
      askArchive: () => archive.list(),
      troubles: http.readiness.reasons,
      words: () => wordsAbout(live.stats(), originsOf(config.host, http.port)),
    },
    close: closing.close,
  };
}

function wordsAbout({ scoringSockets, boardSockets }: LiveStats, [origin]: readonly string[]): string {
  return `Ready at ${origin}: ${scoringSockets} tablets, ${boardSockets} viewers`;
}

function tlsForSockets({ tls }: Config, { certificate }: Network) {
  if (!tls || !certificate) return undefined;
  return { port: tls.realtimePort, keyFile: certificate.keyFile, certFile: certificate.certFile };
}

function networkFacts({ host }: Config, { addresses, root, wantedName }: Network, { port, securePort }: Http) {
  return {
    secureOrigins: securePort === undefined ? [] : originsOf(host, securePort, addresses, 'https'),
    fingerprint: root?.fingerprint,
    namedOrigin: wantedName && originOf(wantedName, port),
  };
}

function startDemo(
  config: Config,
  intake: OpenableIntake,
  realtimePort: number,
  { log, clock }: Surroundings,
  closing: Closing,
  failed: (error: Error) => void,
): void {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const demo = createDemo({
    intake,
    realtimeUrl: `ws://${host}:${realtimePort}/scoring`,
    archers: config.demoArchers,
    minutes: config.demoMinutes,
    clock,
    log,
  });
  const running = demo.run().catch((error: unknown) => failed(toError(error)));
  closing.add('demo', async () => {
    demo.stop();
    await running;
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
