// For tests: an appliance with the rules of the real one and one target, behind a network that can lose, delay, double and reorder.

import { sheetArchersOf, targetSheetOf } from '../../src/domain/card/target-sheet.ts';
import type { Command, CommandContext } from '../../src/domain/commands.ts';
import type { Competition } from '../../src/domain/competition.ts';
import { decide } from '../../src/domain/decide.ts';
import { evolve } from '../../src/domain/evolve.ts';
import type { Fact, Position } from '../../src/domain/facts.ts';
import { bytesToClientMessage, type ClientMessage } from '../../src/wire/client-to-server.ts';
import { rejectionToNote, type ServerMessage, serverMessageToBytes } from '../../src/wire/server-to-client.ts';
import type { FakeTime } from '../link/fake-world.ts';
import type { LinkSocket, SocketListeners } from '../link/link.ts';

export interface FakeNetwork {
  /** Frames and connections begun while it is down are lost; nobody is told. */
  isUp: boolean;
  delayMs: number;
  isDoubling: boolean;
}

interface Connection {
  readonly say: (message: ServerMessage) => void;
  readonly cut: () => void;
  /** Undefined until a subscription. */
  topic: string | undefined;
}

export interface FakeAppliance {
  readonly network: FakeNetwork;
  readonly state: Competition;
  readonly facts: readonly { readonly commandId: string; readonly fact: Fact }[];
  readonly rejections: readonly string[];
  isDeferring: boolean;
  isRunning: boolean;
  open(listeners: SocketListeners): LinkSocket;
  /** Every connection ends now, as clients see after their network's delay. */
  cutAll(): void;
  /** kill -9: whatever has not arrived never does. */
  kill(): void;
  /** Another one takes over, in an epoch of its own, which never got the last ones of the commands. */
  burn(lastCommands: number): void;
  readonly epoch: string;
  /** Also those that were lost. */
  readonly factsEver: readonly { readonly commandId: string; readonly fact: Fact }[];
}

const butt = 1;
const origin = { device: 'tablet-1', label: 'Tablet' };
const contextOf = (actor: CommandContext['actor'], commandId: string): CommandContext => ({ commandId, at: 0, actor });

function setUp(commands: readonly Command[]): Competition {
  let state: Competition | undefined;
  for (const [index, command] of commands.entries()) {
    const context = contextOf({ role: 'organiser' }, index.toString(16).padStart(32, 'f'));
    const decision = decide(state, command, context);
    if (decision.kind === 'rejected') throw new Error(decision.rejection.code);
    for (const fact of decision.facts) state = evolve(state, fact, context);
  }
  if (!state) throw new Error('nothing set up');
  return state;
}

export function createFakeAppliance(commands: readonly Command[], time: FakeTime): FakeAppliance {
  const network: FakeNetwork = { isUp: true, delayMs: 5, isDoubling: false };
  let state = setUp(commands);
  let at: Position = { epoch: 'e1', seq: commands.length };
  let life = 0;
  const facts: { commandId: string; fact: Fact }[] = [];
  const factsEver: { commandId: string; fact: Fact }[] = [];
  /** Before each command that took effect. */
  const before: { readonly commandId: string; readonly state: Competition; readonly seq: number }[] = [];
  const rejections: string[] = [];
  const answers = new Map<string, Position>();
  const connections = new Set<Connection>();

  function publish(entry: number, from: number) {
    const body = { kind: 'targetSheet', ends: [], ...sheetArchersOf(state, [entry]) } as const;
    for (const { topic, say } of connections) {
      if (topic) say({ kind: 'delta', topic, epoch: at.epoch, from, to: at.seq, body });
    }
  }

  function submit({ commandId, command }: Extract<ClientMessage, { kind: 'command' }>, say: Connection['say']) {
    const known = answers.get(commandId);
    if (appliance.isDeferring) {
      say({ kind: 'deferral', commandId, reason: 'journalDown', retryAfterMs: 1_000 });
      return;
    }
    if (known) {
      say({ kind: 'ack', commandId, at: known });
      return;
    }
    const context = contextOf({ role: 'scorer', device: origin.device }, commandId);
    const decision = decide(state, command, context);
    if (decision.kind === 'rejected') {
      rejections.push(decision.rejection.code);
      say({ kind: 'rejection', commandId, rejection: rejectionToNote(decision.rejection) });
      return;
    }
    const from = at.seq;
    before.push({ commandId, state, seq: from });
    for (const fact of decision.facts) {
      state = evolve(state, fact, context);
      facts.push({ commandId, fact });
      factsEver.push({ commandId, fact });
    }
    at = { epoch: at.epoch, seq: from + decision.facts.length };
    answers.set(commandId, at);
    say({ kind: 'ack', commandId, at });
    if ('entry' in command) publish(command.entry, from);
  }

  function hear(message: ClientMessage, connection: Connection) {
    const { say } = connection;
    if (message.kind === 'hello') {
      say({ kind: 'welcome', protocol: 1, serverTimeMs: 0, butt, version: '1', at });
    } else if (message.kind === 'subscribe') {
      const sheet = targetSheetOf(state, butt);
      connection.topic = message.topic;
      if (sheet) say({ kind: 'snapshot', topic: message.topic, at, body: { kind: 'targetSheet', sheet } });
    } else if (message.kind === 'command') {
      submit(message, say);
    }
  }

  /** In order on one connection; a frame lost ends it, as TCP would. Frames under way arrive also when their sender has gone. */
  function createPipe(deliver: (bytes: Uint8Array) => void) {
    const born = life;
    let clearAt = 0;
    let isBroken = false;
    return (bytes: Uint8Array) => {
      isBroken ||= !network.isUp;
      if (isBroken) return;
      clearAt = Math.max(clearAt, time.now() + network.delayMs);
      for (let copy = network.isDoubling ? 2 : 1; copy > 0; copy -= 1) {
        time.after(clearAt - time.now(), () => {
          if (born === life) deliver(bytes);
        });
      }
    };
  }

  const appliance: FakeAppliance = {
    network,
    facts,
    factsEver,
    rejections,
    isDeferring: false,
    isRunning: true,
    get state() {
      return state;
    },
    get epoch() {
      return at.epoch;
    },
    open(listeners) {
      const toClient = createPipe(listeners.message);
      const connection: Connection = {
        say: (message) => toClient(serverMessageToBytes(message)),
        cut: () => void time.after(network.delayMs, () => listeners.closed(1006)),
        topic: undefined,
      };
      const toServer = createPipe((bytes) => hear(bytesToClientMessage(bytes), connection));
      if (network.isUp && appliance.isRunning) {
        connections.add(connection);
        time.after(2 * network.delayMs, listeners.opened);
      } else if (network.isUp) {
        connection.cut();
      }
      return { send: toServer, close: () => void connections.delete(connection) };
    },
    cutAll() {
      for (const { cut } of connections) cut();
      connections.clear();
    },
    kill() {
      appliance.isRunning = false;
      life += 1;
      appliance.cutAll();
    },
    burn(lastCommands) {
      appliance.kill();
      appliance.isRunning = true;
      const lost = before.splice(Math.max(0, before.length - lastCommands));
      const ids = new Set(lost.map(({ commandId }) => commandId));
      facts.splice(0, facts.length, ...facts.filter(({ commandId }) => !ids.has(commandId)));
      for (const commandId of ids) answers.delete(commandId);
      state = lost[0]?.state ?? state;
      at = { epoch: `e${Number(at.epoch.slice(1)) + 1}`, seq: lost[0]?.seq ?? at.seq };
      for (const [commandId, { seq }] of answers) answers.set(commandId, { epoch: at.epoch, seq });
    },
  };
  return appliance;
}
