// Taking the other of two cards: the device is at its target already and stays there.
import type { Join, Joined } from '../../src/wire/api-targets.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { callApi } from '../store/api.ts';
import type { CardSide } from '../store/double-scoring.ts';
import { labelOfDevice } from './join.ts';

/** Throws ApiFailure. */
export async function takeOtherCard({ competition, device, token }: Pairing, card: CardSide): Promise<void> {
  const json: Join = { competition, device, token, card, label: labelOfDevice(navigator.userAgent) };
  await callApi<Joined>('/api/join', { method: 'POST', json });
}
