// What a client says ⇄ bytes (proto/live.proto). Decoding is strict: whatever no client of ours would send is malformed.
import type { ScoringCommand } from '../domain/commands.ts';
import type { Position } from '../domain/facts.ts';
import { bytesToArrows, bytesToEnd, endToBytes } from './arrows.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/live.js';
import { MalformedError } from './malformed.ts';

export const protocolVersion = 1;

export interface DeviceCredentials {
  readonly competition: string;
  readonly device: string;
  readonly token: string;
}

export type ClientMessage =
  | { readonly kind: 'hello'; readonly protocol: number; readonly credentials: DeviceCredentials | undefined }
  | { readonly kind: 'subscribe'; readonly topic: string; readonly since: Position | undefined }
  | { readonly kind: 'unsubscribe'; readonly topic: string }
  | { readonly kind: 'command'; readonly commandId: string; readonly command: ScoringCommand };

const { ClientToServer } = tenring.live;
type Wire = tenring.live.ClientToServer.$Properties;

function commandToWire(commandId: string, command: ScoringCommand): Wire {
  const id = commandIdToBytes(commandId);
  if (command.kind === 'scoreArrows') {
    return { command: { id, scoreArrows: { ...command, arrows: endToBytes(command.arrows) } } };
  }
  const correctEnd = { ...command, was: endToBytes(command.was), arrows: endToBytes(command.arrows) };
  return { command: { id, correctEnd } };
}

function messageToWire(message: ClientMessage): Wire {
  switch (message.kind) {
    case 'hello':
      return { hello: { protocol: message.protocol, ...message.credentials } };
    case 'subscribe':
      return { subscribe: { topic: message.topic, since: message.since ?? null } };
    case 'unsubscribe':
      return { unsubscribe: { topic: message.topic } };
    case 'command':
      return commandToWire(message.commandId, message.command);
  }
}

export function clientMessageToBytes(message: ClientMessage): Uint8Array {
  return ClientToServer.encode(messageToWire(message)).finish();
}

const none = new Uint8Array();

function wireToCommand(wire: tenring.live.Command.$Properties): ClientMessage {
  const commandId = bytesToCommandId(wire.id ?? none);
  const { scoreArrows, correctEnd } = wire;
  if (scoreArrows) {
    const { entry, end, first, arrows } = scoreArrows;
    const scored = bytesToArrows(arrows ?? none);
    const command = {
      kind: 'scoreArrows',
      entry: entry ?? 0,
      end: end ?? 0,
      first: first ?? 0,
      arrows: scored,
    } as const;
    return { kind: 'command', commandId, command };
  }
  if (correctEnd) {
    const { entry, end, was, arrows, reason } = correctEnd;
    const command = {
      kind: 'correctEnd',
      entry: entry ?? 0,
      end: end ?? 0,
      was: bytesToEnd(was ?? none),
      arrows: bytesToEnd(arrows ?? none),
      reason: reason ?? '',
    } as const;
    return { kind: 'command', commandId, command };
  }
  throw new MalformedError('a command of an unknown kind');
}

function wireToMessage(wire: Wire): ClientMessage {
  const { hello, subscribe, unsubscribe, command } = wire;
  if (command) return wireToCommand(command);
  if (hello) {
    const { protocol, competition, device, token } = hello;
    const credentials = competition && device && token ? { competition, device, token } : undefined;
    return { kind: 'hello', protocol: protocol ?? 0, credentials };
  }
  if (subscribe) {
    const { topic, since } = subscribe;
    const position = since ? { epoch: since.epoch ?? '', seq: since.seq ?? 0 } : undefined;
    return { kind: 'subscribe', topic: topic ?? '', since: position };
  }
  if (unsubscribe) return { kind: 'unsubscribe', topic: unsubscribe.topic ?? '' };
  throw new MalformedError('a message of an unknown kind');
}

/** Throws MalformedError. */
export function bytesToClientMessage(bytes: Uint8Array): ClientMessage {
  let wire: Wire;
  try {
    wire = ClientToServer.decode(bytes);
  } catch (error) {
    throw new MalformedError('a frame that cannot be read', { cause: error });
  }
  return wireToMessage(wire);
}
