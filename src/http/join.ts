// POST /api/join: a tablet becomes the device of a target, or takes the other of two cards there. Its token leaves once, in this answer;
// the journal gets the hash.
import type { DeviceIdentity, JoinAnswer } from '../access/access.ts';
import { findDevice, hashDeviceToken } from '../access/authenticate-device.ts';
import type { PairDevice } from '../domain/commands.ts';
import { type Join, JoinedSchema, JoinSchema } from '../wire/api-targets.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError, refusalOf } from './errors.ts';
import type { HttpParts } from './parts.ts';
import { commandIdOf, findCompetition, type Submit } from './submitting.ts';

/** A club of 250 tablets behind one router may join twice within five minutes. */
const rateLimit = { max: 500, timeWindow: 5 * 60_000 };

const refusals = [
  'wrongCode',
  'codeUsed',
  'codeExpired',
  'tooManyTries',
  'tooManyRequests',
  'unavailable',
  'deviceRevoked',
] as const;

export function addJoin(app: App, parts: HttpParts, submit: Submit): void {
  const { access, intake } = parts;

  /** Throws RefusalError. */
  async function findTarget({ code, key, competition, ...identity }: Join, address: string): Promise<JoinAnswer> {
    const ways = [code, key, competition].filter((way) => way !== undefined);
    if (ways.length !== 1) throw new RefusalError('badRequest', { why: 'one of code, key and competition' });
    if (code !== undefined) return access.joinByCode(code, address);
    if (key) return access.joinByKey({ competition: key.competition, butt: key.butt }, key.key);
    return findOwnTarget(competition ?? '', identity);
  }

  /** Where a paired device is already. Throws RefusalError. */
  function findOwnTarget(competition: string, { device = '', token = '' }: Partial<DeviceIdentity>): JoinAnswer {
    const found = findDevice({ competition, device, token }, intake.find);
    if (!found) throw new RefusalError('deviceRevoked');
    return { kind: 'target', target: { competition, butt: found.butt } };
  }

  /** A device that was paired before in this competition stays the same one, unless it was revoked. */
  function identityOf(competition: string, { device, token }: Join) {
    if (device === undefined || token === undefined) return access.createDevice();
    return findDevice({ competition, device, token }, intake.find) ? { device, token } : access.createDevice();
  }

  const schema = {
    summary: 'Join a target by its QR key or a short code; or, as a device that is there already, take the other card',
    body: JoinSchema,
    response: {
      200: JoinedSchema,
      ...errors(...refusals, ...commandErrors('pairDevice')),
    },
  };
  app.post('/api/join', { schema, config: { rateLimit } }, async (request, reply) => {
    const commandId = commandIdOf(request);
    const answer = await findTarget(request.body, request.ip);
    if (answer.kind === 'refused') throw refusalOf(answer.refusal);
    const { competition, butt } = answer.target;
    const { state } = findCompetition(parts, competition);
    const { device, token } = identityOf(competition, request.body);
    const { card = 'first', competition: own } = request.body;
    // The desk may have given it another name since.
    const label = (own && state.devices.get(device)?.label) ?? request.body.label.trim();
    const command: PairDevice = {
      ...{ kind: 'pairDevice', device, butt, tokenHash: hashDeviceToken(token), label },
      ...(card === 'second' && { card }),
    };
    await submit({ competition, command, commandId, actor: { role: 'system' } });
    // Only now: with the journal away the same code has to work again in a moment.
    if (request.body.code !== undefined) await access.spendJoinCode(request.body.code);
    reply.header('cache-control', 'no-store');
    return { competition, competitionName: state.name, butt, device, token, card };
  });
}
