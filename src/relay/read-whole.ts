// What the main thread handed over, as the relay works with it: read here, where nobody waits.
import { invariant } from '../kit/invariant.ts';
import type { PartContent } from '../wire/relay/relay-part.ts';
import { bytesToServerMessage } from '../wire/server-to-client.ts';
import type { Whole } from './messages.ts';

export function readWhole({ content }: Whole): PartContent {
  if (content.kind === 'document') return { kind: 'document', value: JSON.parse(content.json), list: content.list };
  const message = bytesToServerMessage(content.frame);
  invariant(message.kind === 'snapshot', 'the main thread hands over snapshots');
  return { kind: 'board', body: message.body };
}
