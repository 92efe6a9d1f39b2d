// What a client says ⇄ bytes (proto/live.proto). Decoding is strict: whatever no client of ours would send is malformed.
import type { ScoringCommand } from '../domain/commands.ts';
import type { Position } from '../domain/facts.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/live.js';
import { MalformedError } from './malformed.ts';
import { scoringCommandToWire, wireToScoringCommand } from './scoring-command.ts';

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
  | { readonly kind: 'command'; readonly commandId: string; readonly command: ScoringCommand }
  /** What time is it there? Answered with the same number beside the appliance's time. */
  | { readonly kind: 'time'; readonly clientTimeMs: number };

const { ClientToServer } = tenring.live;
type Wire = tenring.live.ClientToServer.$Properties;

function messageToWire(message: ClientMessage): Wire {
  switch (message.kind) {
    case 'hello':
      return { hello: { protocol: message.protocol, ...message.credentials } };
    case 'subscribe':
      return { subscribe: { topic: message.topic, since: message.since ?? null } };
    case 'unsubscribe':
      return { unsubscribe: { topic: message.topic } };
    case 'command':
      return { command: { id: commandIdToBytes(message.commandId), ...scoringCommandToWire(message.command) } };
    case 'time':
      return { time: { clientTimeMs: message.clientTimeMs } };
  }
}

export function clientMessageToBytes(message: ClientMessage): Uint8Array {
  return ClientToServer.encode(messageToWire(message)).finish();
}

const none = new Uint8Array();

function wireToMessage(wire: Wire): ClientMessage {
  const { hello, subscribe, unsubscribe, command, time } = wire;
  if (command) {
    const commandId = bytesToCommandId(command.id ?? none);
    return { kind: 'command', commandId, command: wireToScoringCommand(command) };
  }
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
  if (time) return { kind: 'time', clientTimeMs: time.clientTimeMs ?? 0 };
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
