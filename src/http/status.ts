// GET /api/status: how the appliance is doing, in one look.
import { freemem, totalmem } from 'node:os';
import { countEntries } from '../domain/competition.ts';
import { countArrows } from '../domain/count-arrows.ts';
import type { CompetitionView } from '../intake/intake.ts';
import { originsOf } from '../kit/lan-addresses.ts';
import { type CertificateStatus, type CompetitionStatus, StatusSchema, type StatusView } from '../wire/api-status.ts';
import type { App } from './app.ts';
import { archiveLag, type Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';
import { diskSpaceOf, type Readiness } from './readiness.ts';
import { remember } from './remember.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';

function statusOf({ id, state }: CompetitionView, online: ReadonlySet<string>): CompetitionStatus {
  const { name, from, to, isClosed, devices } = state;
  const paired = [...devices.values()].filter(({ revoked }) => !revoked);
  return {
    ...{ id, name, from, to, isClosed },
    entries: countEntries(state),
    arrows: remember(state, 'arrows', countArrows),
    devices: {
      paired: paired.length,
      connected: paired.filter((device) => online.has(`${id}/${device.id}`)).length,
    },
  };
}

export function addStatus(app: App, parts: HttpParts, readiness: Readiness, metrics: Metrics): void {
  const { config, version, access, intake, archive, journal, live, clock, network } = parts;
  const startedAt = clock.now();

  function addresses(): string[] {
    const address = app.server.address();
    return [...originsOf(config.host, address && typeof address === 'object' ? address.port : config.port)];
  }

  function certificate(): CertificateStatus | null {
    const { certificate: served, root, trouble } = network;
    if (served === undefined) return null;
    return { validTo: root?.validToMs ?? served.validToMs, trouble: trouble ? { ...trouble } : null };
  }

  async function look(): Promise<StatusView> {
    const { scoringSockets, boardSockets, devices } = live.stats();
    const { facts, fileBytes, lastCommitMs } = archive.stats();
    const online = new Set(devices);
    return {
      ...{ version, now: clock.now(), startedAt, addresses: addresses() },
      ...{ dataFolder: config.dataFolder, demo: config.demo },
      competitions: intake.list().map((each) => statusOf(each, online)),
      sockets: { tablets: scoringSockets, viewers: boardSockets },
      acks: metrics.acks.look(),
      journal: { state: journal.state, lagFacts: archiveLag(parts) },
      archive: { facts, fileBytes, lastCommitMs },
      disk: await diskSpaceOf(config.dataFolder),
      memory: { usedBytes: process.memoryUsage.rss(), freeBytes: freemem(), totalBytes: totalmem() },
      backup: parts.backups.status(),
      certificate: certificate(),
      relay: parts.outlets?.relay() ?? null,
      standbys: [...(parts.standbys?.list() ?? [])],
      publishing: parts.outlets?.publishing() ?? null,
      troubles: [...(await readiness.reasons())],
    };
  }

  const schema = {
    summary: 'How the appliance is doing',
    security: organiserSecurity,
    response: { 200: StatusSchema },
  };
  app.get('/api/status', { schema, onRequest: organiserOnly(access) }, async (_, reply) => {
    reply.header('cache-control', 'no-store');
    return look();
  });
}
