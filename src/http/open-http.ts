// The HTTP side as the appliance runs it: all routes put together, listening.

import { publicIntake } from '../intake/public-intake.ts';
import { addApiDocs } from './api-docs.ts';
import { type App, createApp } from './app.ts';
import { addBackup } from './backup.ts';
import { addBootstrap } from './bootstrap.ts';
import { createCachedAnswers } from './cached-answers.ts';
import { addCardStates } from './card-states.ts';
import { addCatalogue, addOwnRounds } from './catalogue.ts';
import { addCategories, addSessions } from './categories.ts';
import { addClocks, addScoringMode } from './clock.ts';
import { addClosing } from './closing.ts';
import { addCompetitions } from './competitions.ts';
import { addControlRoom } from './control/add-control-room.ts';
import { addJudgesLog } from './control/add-judges-log.ts';
import { addPapers } from './control/add-papers.ts';
import { type ControlSocket, openControlSocket } from './control-socket.ts';
import { addDraws } from './draws.ts';
import { addEntries } from './entries.ts';
import { addEntryChanges } from './entry-changes.ts';
import { addEvents } from './events.ts';
import { addFeed } from './feed/add-feed.ts';
import { createFeeds } from './feed/feeds.ts';
import { addGraphql } from './graphql/add-graphql.ts';
import { addHealth } from './health.ts';
import { addImportEntries } from './import-entries.ts';
import { addInterchange } from './interchange.ts';
import { addJoin } from './join.ts';
import { addLeaderboards } from './leaderboards.ts';
import { addMatches } from './matches.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { addPages } from './pages.ts';
import { addPaper } from './paper.ts';
import type { HttpParts } from './parts.ts';
import { addPrints } from './prints.ts';
import { addRankings } from './rankings.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { addRecords } from './records.ts';
import { addRemoving } from './removing.ts';
import { addSchedule } from './schedule.ts';
import { addScorecards } from './scorecards.ts';
import { addScreens } from './screens/add-screens.ts';
import { addShow } from './screens/add-show.ts';
import { openSecureServer, type SecureServer } from './secure-server.ts';
import { addSession } from './session.ts';
import { addShown } from './shown.ts';
import { addSite } from './site.ts';
import { addStandbys } from './standbys.ts';
import { addStatus } from './status.ts';
import { createSubmit, createWrite } from './submitting.ts';
import { addTables } from './tables.ts';
import { addTargets } from './targets.ts';
import { addTrust } from './trust/add-trust.ts';

export interface Http {
  readonly port: number;
  /** Of https; undefined without TLS. */
  readonly securePort: number | undefined;
  readonly metrics: Metrics;
  readonly readiness: Pick<Readiness, 'reasons'>;
  close(): Promise<void>;
}

/** A request under way when the appliance stops may end; a stalled one is cut off. */
const closeWithinMs = 3_000;

/** Everything but the listening: tests inject requests into it. */
export async function createHttp(parts: HttpParts) {
  // Known only when it listens.
  const secureServer: { port: number | undefined } = { port: undefined };
  const feeds = createFeeds({ ...parts, intake: publicIntake(parts.intake) });
  const metrics = createMetrics({ ...parts, feeds });
  const app = await createApp(parts, metrics);
  app.addHook('onClose', async () => metrics.close());
  addShown(app, parts);
  const submit = createSubmit(parts, metrics);
  const write = createWrite(parts, submit);
  const answers = createCachedAnswers(parts.version);
  addBootstrap(app, parts, secureServer);
  addTrust(app, parts, secureServer);
  addSession(app, parts);
  addCompetitions(app, parts, answers, submit);
  addClosing(app, parts, write);
  addRemoving(app, parts);
  addScoringMode(app, parts, write);
  addClocks(app, parts, answers, write);
  addEntries(app, parts, answers, submit);
  addEntryChanges(app, parts, answers, write);
  await addImportEntries(app, parts, submit);
  addTargets(app, parts, submit);
  addJoin(app, parts, submit);
  addLeaderboards(app, parts, answers);
  addFeed(app, parts, feeds);
  addScreens(app, parts, submit, write);
  addShow(app, parts, answers, write);
  addCatalogue(app, answers);
  addOwnRounds(app, parts, answers, write);
  addCategories(app, parts, answers, write);
  addSessions(app, parts, answers, write);
  await addRecords(app, parts, answers, write);
  addScorecards(app, parts, answers, write);
  addCardStates(app, parts);
  addControlRoom(app, parts, answers);
  addJudgesLog(app, parts, write);
  addPapers(app, parts, write);
  addRankings(app, parts, answers);
  addEvents(app, parts, answers, write);
  addDraws(app, parts, answers, write);
  addMatches(app, parts, answers, write);
  addSchedule(app, parts, answers, write);
  await addInterchange(app, parts, submit);
  addPaper(app, parts, answers, write);
  addPrints(app, parts);
  addTables(app, parts);
  addSite(app, parts);
  const readiness = createReadiness(parts);
  app.addHook('onClose', async () => readiness.stop());
  addHealth(app, readiness, metrics);
  addStatus(app, parts, readiness, metrics);
  addBackup(app, parts);
  addStandbys(app, parts);
  // It reads only, and reads what the public sees.
  await addGraphql(app, { ...parts, intake: { ...parts.intake, ...publicIntake(parts.intake) } });
  addApiDocs(app);
  addPages(app, parts);
  return { app, metrics, readiness, secureServer };
}

/** A disk without unix sockets takes commands' convenience only: they can log in over the network. */
async function openControl(app: App, { config, log }: HttpParts): Promise<ControlSocket | undefined> {
  try {
    return await openControlSocket(app, config.dataFolder);
  } catch (error) {
    log.warn(
      { error: String(error) },
      'commands cannot reach this Tenring by its data folder, only by --url and password',
    );
    return undefined;
  }
}

/** Rejects with the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL) when it cannot listen. */
export async function openHttp(parts: HttpParts): Promise<Http> {
  const { app, metrics, readiness, secureServer } = await createHttp(parts);
  const { host, port } = parts.config;
  let secure: SecureServer | undefined;
  try {
    await app.listen({ host, port });
    secure = await openSecureServer(app, parts);
  } catch (error) {
    await app.close();
    throw error;
  }
  secureServer.port = secure?.port;
  const control = await openControl(app, parts);
  const address = app.server.address();
  return {
    port: address && typeof address === 'object' ? address.port : port,
    securePort: secure?.port,
    metrics,
    readiness,
    async close() {
      const timer = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
      await control?.close();
      await secure?.close();
      await app.close();
      clearTimeout(timer);
    },
  };
}
