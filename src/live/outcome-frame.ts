// What a scoring device is told about its command.
import { rejectionToNote, serverMessageToBytes } from '../wire/server-to-client.ts';
import type { OutcomeFrame } from './messages.ts';

export function outcomeToBytes({ commandId, outcome }: OutcomeFrame): Uint8Array {
  switch (outcome.kind) {
    case 'accepted':
      return serverMessageToBytes({ kind: 'ack', commandId, at: outcome.at });
    case 'rejected':
      return serverMessageToBytes({ kind: 'rejection', commandId, rejection: rejectionToNote(outcome.rejection) });
    case 'deferred': {
      const { reason, retryAfterMs } = outcome;
      return serverMessageToBytes({ kind: 'deferral', commandId, reason, retryAfterMs });
    }
  }
}
