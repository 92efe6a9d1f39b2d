// Where pages get answers of the HTTP interface when the appliance cannot be asked: from the relay, while that is the way. What the page asks is
// the same (use-api.ts).
import { competitionInAddress } from '../../src/wire/relay/relay-channel.ts';
import type { AnswerListener, RelayTransport } from './viewer-transport.ts';

export type AnswerSource = Pick<RelayTransport, 'followAnswer'>;

let source: AnswerSource | undefined;
const listeners = new Set<() => void>();

export function setAnswerSource(next: AnswerSource | undefined): void {
  if (source === next) return;
  source = next;
  for (const listener of listeners) listener();
}

export function answerSource(): AnswerSource | undefined {
  return source;
}

export function onAnswerSource(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns what stops following. Addresses of no competition have no answer there. */
export function followAnswer(from: AnswerSource, address: string, listener: AnswerListener): () => void {
  const competition = competitionInAddress(address);
  if (competition === undefined) {
    listener.missing();
    return () => undefined;
  }
  return from.followAnswer(competition, address, listener);
}
