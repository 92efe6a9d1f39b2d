// /api/competitions/:id/targets and /devices: what the organiser sees of the butts, and how tablets are let in and out.
import { Type } from 'typebox';
import type { Device } from '../domain/competition.ts';
import { matchButtsOf } from '../domain/event/schedule.ts';
import { DeviceChangeSchema, DeviceSchema, JoinCodeSchema, TargetSchema } from '../wire/api-targets.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { ButtParams, CompetitionParams, DeviceParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, findCompetition, type Submit } from './submitting.ts';
import { deviceViewOf, targetViewsOf } from './views/targets.ts';

const bodyLimit = 4 * 1024;

/** Throws RefusalError. */
function deviceOf(parts: HttpParts, competition: string, id: string): Device {
  const device = findCompetition(parts, competition).state.devices.get(id);
  if (!device) throw new RefusalError('unknownDevice', { device: id });
  return device;
}

export function addTargets(app: App, parts: HttpParts, submit: Submit): void {
  const { access, live } = parts;
  const onRequest = organiserOnly(access);
  const common = { security: organiserSecurity };
  const onlineIn = (competition: string) => {
    const online = new Set(live.stats().devices);
    return (device: string) => online.has(`${competition}/${device}`);
  };

  const list = {
    ...common,
    summary: 'Butts, archers, devices',
    params: CompetitionParams,
    response: { 200: Type.Array(TargetSchema), ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/targets', { schema: list, onRequest }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    const views = targetViewsOf(found, {
      joinKey: (butt) => access.joinKey({ competition: found.id, butt }),
      isOnline: onlineIn(found.id),
    });
    reply.header('cache-control', 'no-store').send([...views]);
  });

  const code = {
    ...common,
    summary: 'A short code that joins this target once',
    params: ButtParams,
    response: { 200: JoinCodeSchema, ...errors('unknownCompetition', 'unknownButt') },
  };
  app.post('/api/competitions/:id/targets/:butt/join-code', { schema: code, onRequest }, async (request, reply) => {
    const { id, state } = findCompetition(parts, request.params.id);
    const butt = Number(request.params.butt);
    if (!state.entriesByButt.at(butt)?.length && !matchButtsOf(state).has(butt))
      throw new RefusalError('unknownButt', { butt: String(butt) });
    reply.header('cache-control', 'no-store');
    return access.createJoinCode({ competition: id, butt });
  });

  const devices = {
    ...common,
    summary: 'Devices, also those that were moved to a target where nobody shoots, and those revoked',
    params: CompetitionParams,
    response: { 200: Type.Array(DeviceSchema), ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/devices', { schema: devices, onRequest }, (request, reply) => {
    const { id, state } = findCompetition(parts, request.params.id);
    const isOnline = onlineIn(id);
    reply
      .header('cache-control', 'no-store')
      .send([...state.devices.values()].map((each) => deviceViewOf(each, isOnline)));
  });

  const change = {
    ...common,
    summary: 'Move a device to another target, rename it, or give it the other of two cards',
    params: DeviceParams,
    body: DeviceChangeSchema,
    response: { 200: DeviceSchema, ...errors(...commandErrors('changeDevice')) },
  };
  app.patch('/api/competitions/:id/devices/:device', { schema: change, bodyLimit, onRequest }, async (request) => {
    const { id, device } = request.params;
    const { butt, label, card = 'first' } = { ...deviceOf(parts, id, device), ...request.body };
    const command = { kind: 'changeDevice', device, butt, label, card } as const;
    await submit({ competition: id, command, commandId: commandIdOf(request) });
    return deviceViewOf(deviceOf(parts, id, device), onlineIn(id));
  });

  const revoke = {
    ...common,
    summary: 'Revoke a device',
    params: DeviceParams,
    response: { 204: Type.Null(), ...errors(...commandErrors('revokeDevice')) },
  };
  app.delete('/api/competitions/:id/devices/:device', { schema: revoke, onRequest }, async (request, reply) => {
    const { id, device } = request.params;
    findCompetition(parts, id);
    await submit({ competition: id, command: { kind: 'revokeDevice', device }, commandId: commandIdOf(request) });
    return reply.code(204).send(null);
  });
}
