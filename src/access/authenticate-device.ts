// Whether a device is who it says it is: its token's hash is a fact of the competition, so this needs no look-up outside memory.
import type { Device } from '../domain/competition.ts';
import type { DeviceCheck } from '../intake/scoring-sessions.ts';
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import type { FindCompetition } from './access.ts';
import { isSameSecret, sha256 } from './secrets.ts';

export function hashDeviceToken(token: string): string {
  return sha256(token);
}

/** The device that these credentials belong to and that was not revoked. */
export function findDevice(
  { competition, device, token }: DeviceCredentials,
  find: FindCompetition,
): Device | undefined {
  const found = find(competition)?.state.devices.get(device);
  // Compared also when there is no such device, so that an answer's time does not tell which ids exist.
  const isRight = isSameSecret(hashDeviceToken(token), found?.tokenHash ?? '');
  return found && isRight && !found.revoked ? found : undefined;
}

/** For scoring sockets. */
export function authenticateDevice(credentials: DeviceCredentials, find: FindCompetition): DeviceCheck {
  if (!find(credentials.competition)) return { kind: 'refused', close: 'competitionGone' };
  const found = findDevice(credentials, find);
  if (!found) return { kind: 'refused', close: 'notPaired' };
  const { butt, label, card } = found;
  return { kind: 'device', place: { butt, ...(label && { label }), ...(card && { card }) } };
}
