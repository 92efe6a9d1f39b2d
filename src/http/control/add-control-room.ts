// /api/competitions/:id/control, what tablets report of themselves, and what the desk tells one of them. By plain requests every few seconds:
// a part of the tablet's page that comes later does it, so that its first load carries nothing of it.
import { createHash, randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { findDevice } from '../../access/authenticate-device.ts';
import {
  ControlRoomSchema,
  MessageBodySchema,
  TabletOrdersSchema,
  TabletReportSchema,
} from '../../wire/api-control.ts';
import type { App } from '../app.ts';
import type { CachedAnswers } from '../cached-answers.ts';
import { errors } from '../documented-errors.ts';
import { RefusalError } from '../errors.ts';
import { CompetitionParams, DeviceParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { organiserOnly, organiserSecurity } from '../session-guard.ts';
import { findCompetition } from '../submitting.ts';
import { controlViewOf } from './control-view.ts';
import { createTablets, type Tablets } from './tablets.ts';

const bodyLimit = 4 * 1024;

export function addControlRoom(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const tablets = createTablets(parts.clock, randomUUID);
  addRoom(app, parts, answers, tablets);
  addReporting(app, parts, tablets);
  addMessages(app, parts, tablets);
}

function addRoom(app: App, parts: HttpParts, answers: CachedAnswers, tablets: Tablets): void {
  const schema = {
    summary: 'Every target with its archers, tablets and matches, and who is behind the field',
    security: organiserSecurity,
    params: CompetitionParams,
    response: { 200: ControlRoomSchema, ...errors('unknownCompetition') },
  };
  const onRequest = organiserOnly(parts.access);
  app.get('/api/competitions/:id/control', { schema, onRequest }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    const { id, at, state } = found;
    const online = new Set(parts.live.stats().devices);
    const isOnline = (device: string) => online.has(`${id}/${device}`);
    // Time alone makes a tablet silent: that is new too.
    const mark = createHash('sha256');
    for (const device of state.devices.keys())
      mark.update(`${isOnline(device)}${tablets.isSilent(tablets.known(id, device))}`);
    const now = { epoch: mark.digest('hex').slice(0, 16), seq: tablets.revision() };
    answers.send(reply, `control/${id}`, [at, now], () => controlViewOf(found, { tablets, isOnline }));
  });
}

function addReporting(app: App, parts: HttpParts, tablets: Tablets): void {
  const schema = {
    summary: 'A tablet says how it is, and hears what the desk tells it',
    params: DeviceParams,
    body: TabletReportSchema,
    response: { 200: TabletOrdersSchema, ...errors('unknownCompetition', 'deviceRevoked') },
  };
  app.post('/api/competitions/:id/devices/:device/report', { schema, bodyLimit }, (request, reply) => {
    const { id: competition, device } = request.params;
    findCompetition(parts, competition);
    const { token } = request.body;
    if (!findDevice({ competition, device, token }, parts.intake.find)) throw new RefusalError('deviceRevoked');
    const message = tablets.hear(competition, device, request.body);
    reply
      .header('cache-control', 'no-store')
      .send({ message: message ? { id: message.id, text: message.text } : null });
  });
}

function addMessages(app: App, parts: HttpParts, tablets: Tablets): void {
  const url = '/api/competitions/:id/devices/:device/message';
  const common = { security: organiserSecurity, params: DeviceParams };
  const onRequest = organiserOnly(parts.access);
  const response = { 204: Type.Null(), ...errors('unknownCompetition', 'unknownDevice') };

  /** Throws RefusalError. */
  function checkDevice({ id, device }: { readonly id: string; readonly device: string }): void {
    const found = findCompetition(parts, id).state.devices.get(device);
    if (!found || found.revoked) throw new RefusalError('unknownDevice', { device });
  }

  const tell = {
    ...common,
    summary: 'A message to one tablet, until somebody there has seen it; one that is off gets it when it comes back',
    body: MessageBodySchema,
    response: { ...response, ...errors('unknownCompetition', 'unknownDevice', 'announcementWrong') },
  };
  app.put(url, { schema: tell, bodyLimit, onRequest }, (request, reply) => {
    checkDevice(request.params);
    const text = request.body.text.trim();
    if (text === '') throw new RefusalError('announcementWrong', { why: 'text' });
    tablets.tell(request.params.id, request.params.device, text);
    reply.code(204).send(null);
  });

  const takeBack = { ...common, summary: 'Take the message to a tablet back', response };
  app.delete(url, { schema: takeBack, onRequest }, (request, reply) => {
    checkDevice(request.params);
    tablets.takeBack(request.params.id, request.params.device);
    reply.code(204).send(null);
  });
}
