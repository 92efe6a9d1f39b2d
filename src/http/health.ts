// /healthz: the process answers. /readyz: it can do its work, or what keeps it from it. /metrics: figures for Prometheus.
import { Type } from 'typebox';
import type { App } from './app.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

const StatusSchema = Type.Object({ status: Type.String() });
const ReadySchema = Type.Object({
  ready: Type.Boolean(),
  reasons: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
});

export function addHealth(app: App, readiness: Readiness, metrics: Metrics): void {
  app.get('/healthz', { schema: { summary: 'The process answers', response: { 200: StatusSchema } } }, (_, reply) => {
    reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  const ready = { summary: 'Everything that scoring needs works', response: { 200: ReadySchema, 503: ReadySchema } };
  app.get('/readyz', { schema: ready }, async (_, reply) => {
    const reasons = await readiness.reasons();
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
