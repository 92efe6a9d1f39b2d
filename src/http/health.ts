// /healthz: the process answers. /readyz: it can do its work, or what keeps it from it. /metrics: figures for Prometheus.
import { statfs } from 'node:fs/promises';
import { Type } from 'typebox';
import type { App } from './app.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';

/** Below this SQLite and Redis are about to fail. */
const leastFreeBytes = 100 * 1024 * 1024;
/** The live thread reports about once a second. */
const liveSilenceMs = 10_000;

export type NotReady = 'journalDown' | 'redisDown' | 'archiveTrouble' | 'diskFull' | 'liveSilent';
interface Reason {
  readonly code: NotReady;
  readonly message: string;
}

const StatusSchema = Type.Object({ status: Type.String() });
const ReadySchema = Type.Object({
  ready: Type.Boolean(),
  reasons: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
});

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether the live thread has reported lately: each report is another object. */
function watchLive({ live, clock }: Pick<HttpParts, 'live' | 'clock'>) {
  let last = live.stats();
  let changedAt = clock.now();
  function look() {
    const now = live.stats();
    if (now !== last) changedAt = clock.now();
    last = now;
  }
  const timer = setInterval(look, 1_000).unref();
  return {
    isSilent() {
      look();
      return clock.now() - changedAt > liveSilenceMs;
    },
    stop: () => clearInterval(timer),
  };
}

export function addHealth(app: App, parts: HttpParts, metrics: Metrics): void {
  const { config, journal, archive, sidecar } = parts;
  const liveWatch = watchLive(parts);
  app.addHook('onClose', async () => liveWatch.stop());

  async function findReasons(): Promise<readonly Reason[]> {
    const reasons: Reason[] = [];
    if (journal.state === 'down') reasons.push({ code: 'journalDown', message: 'The journal cannot be reached.' });
    if (sidecar && sidecar.state.kind !== 'up')
      reasons.push({ code: 'redisDown', message: `Redis is ${sidecar.state.kind}: ${sidecar.state.why}` });
    const { trouble } = archive.stats();
    if (trouble !== undefined) reasons.push({ code: 'archiveTrouble', message: trouble });
    const free = await freeBytes(config.dataFolder);
    if (free < leastFreeBytes)
      reasons.push({ code: 'diskFull', message: `${Math.floor(free / 1024 / 1024)} MB are free in the data folder.` });
    if (liveWatch.isSilent()) reasons.push({ code: 'liveSilent', message: 'The live thread does not report.' });
    return reasons;
  }

  app.get('/healthz', { schema: { summary: 'The process answers', response: { 200: StatusSchema } } }, (_, reply) => {
    reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  const ready = { summary: 'Everything that scoring needs works', response: { 200: ReadySchema, 503: ReadySchema } };
  app.get('/readyz', { schema: ready }, async (_, reply) => {
    const reasons = await findReasons();
    reply.header('cache-control', 'no-store');
    return reply.code(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, reasons: [...reasons] });
  });
  const figures = { summary: 'Figures for Prometheus', produces: ['text/plain'], response: { 200: Type.String() } };
  app.get('/metrics', { schema: figures }, async (_, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.read()),
  );
}
