// What one socket may say and when: hello, then topics and, from a greeted scoring device, commands. Anything else closes it with a code
// that tells the client what to do next.
import type { ScoringCommand } from '../domain/commands.ts';
import {
  bytesToClientMessage,
  type ClientMessage,
  type DeviceCredentials,
  protocolVersion,
} from '../wire/client-to-server.ts';
import { MalformedError } from '../wire/malformed.ts';
import { serverMessageToBytes } from '../wire/server-to-client.ts';
import { formatTopic, hasInside, insideNameOf, parseTopic, type Topic } from '../wire/topics.ts';
import type { CommandFrame, DevicePlace, LiveOptions, LiveToMain, OutcomeFrame } from './messages.ts';
import { outcomeToBytes } from './outcome-frame.ts';
import type { SocketPort } from './socket-port.ts';
import { type FollowState, missingNotice, type TopicHubs } from './topic-hubs.ts';

export type SocketRole = 'scoring' | 'board';

/**
 * The largest frame that a client of ours sends, with room to spare; the same for both kinds of socket. Arrows take far less than half of it:
 * a drawn signature under a long name does not.
 */
export const maxFrameBytes = 1024;

export interface SessionWorld {
  readonly options: Pick<LiveOptions, 'version' | 'maxTopicsPerSocket' | 'maxCommandsUnderWay'>;
  readonly hubs: TopicHubs;
  toMain(message: LiveToMain): void;
  malformed(): void;
  nowMs(): number;
}

type Stage = 'new' | 'greeting' | 'ready';

/** A client of ours says hello at once; who does not only holds a place. */
const helloWithinMs = 10_000;

export class Session {
  readonly id: number;
  readonly role: SocketRole;
  readonly port: SocketPort;
  readonly topics = new Map<string, FollowState>();
  readonly #world: SessionWorld;
  readonly #openedAtMs: number;
  #stage: Stage = 'new';
  #credentials: DeviceCredentials | undefined;
  /** Commands that came before the greeting was answered: a client need not wait for it. */
  #early: CommandFrame[] = [];
  #underWay = 0;
  #isLagging = false;
  #isClosed = false;

  constructor(id: number, role: SocketRole, port: SocketPort, world: SessionWorld) {
    this.id = id;
    this.role = role;
    this.port = port;
    this.#world = world;
    this.#openedAtMs = world.nowMs();
  }

  /** Of a greeted scoring device. */
  get device(): Pick<DeviceCredentials, 'competition' | 'device'> | undefined {
    return this.#stage === 'ready' ? this.#credentials : undefined;
  }

  receive(bytes: Uint8Array, isBinary: boolean): void {
    if (bytes.length > maxFrameBytes) {
      this.#world.malformed();
      this.port.close('tooLarge');
      return;
    }
    const message = isBinary ? readMessage(bytes) : undefined;
    if (message) this.#take(message);
    else this.#refuseAsMalformed();
  }

  /** About once a second. A clock that was set back makes nobody late. */
  closeIfSilent(): void {
    if (this.#stage === 'new' && this.#world.nowMs() - this.#openedAtMs > helloWithinMs) this.port.close('helloFirst');
  }

  greeted(place: DevicePlace): void {
    if (this.#isClosed || this.#stage !== 'greeting') return;
    this.#welcome(place);
    if (this.#early.length > 0) this.#world.toMain({ kind: 'commands', commands: this.#early });
    this.#early = [];
  }

  answer(outcomes: readonly OutcomeFrame[]): void {
    if (this.#isClosed) return;
    this.#underWay -= outcomes.length;
    let isTaken = true;
    this.port.together(() => {
      isTaken = outcomes.map((outcome) => this.port.send(outcomeToBytes(outcome))).every(Boolean);
    });
    // A device that misses an answer would wait for it: after a reconnect it asks again.
    if (!isTaken) this.port.cut();
  }

  /** A frame for this socket was dropped. Called from inside a fan-out, in which nobody may join or leave: so a little later. */
  dropped(): void {
    if (this.#isLagging) return;
    this.#isLagging = true;
    setImmediate(() => {
      if (!this.#isClosed) this.drained();
    });
  }

  drained(): void {
    if (this.#isLagging) this.#world.hubs.lag(this);
    this.#isLagging = false;
    this.#world.hubs.drained(this);
  }

  closed(): void {
    this.#isClosed = true;
    this.#world.hubs.gone(this);
    if (this.#credentials) this.#world.toMain({ kind: 'gone', socket: this.id });
  }

  #take(message: ClientMessage): void {
    if (message.kind === 'hello') this.#hello(message.protocol, message.credentials);
    else if (this.#stage === 'new') this.port.close('helloFirst');
    else if (message.kind === 'command') this.#command(message.commandId, message.command);
    else if (message.kind === 'subscribe') this.#subscribe(message);
    else if (message.kind === 'time') this.#tellTime(message.clientTimeMs);
    else this.#unsubscribe(message.topic);
  }

  #hello(protocol: number, credentials: DeviceCredentials | undefined): void {
    if (this.#stage !== 'new') {
      this.#refuseAsMalformed();
    } else if (protocol !== protocolVersion) {
      this.port.close('unknownProtocol');
    } else if (this.role === 'board') {
      this.#welcome({ butt: 0 });
    } else if (credentials) {
      this.#stage = 'greeting';
      this.#credentials = credentials;
      this.#world.toMain({ kind: 'greet', socket: this.id, credentials });
    } else {
      this.port.close('notPaired');
    }
  }

  #welcome(place: DevicePlace): void {
    this.#stage = 'ready';
    const { version } = this.#world.options;
    const serverTimeMs = this.#world.nowMs();
    const welcome = { kind: 'welcome', protocol: protocolVersion, serverTimeMs, version, ...place } as const;
    this.port.send(serverMessageToBytes(welcome));
  }

  /** Not counted and not limited: it costs less than counting, and an answer that the network does not take is dropped. */
  #tellTime(clientTimeMs: number): void {
    this.port.send(serverMessageToBytes({ kind: 'time', clientTimeMs, serverTimeMs: this.#world.nowMs() }));
  }

  #command(commandId: string, command: ScoringCommand): void {
    if (this.role === 'board') {
      this.#refuseAsMalformed();
    } else if (this.#underWay >= this.#world.options.maxCommandsUnderWay) {
      this.port.close('tooFast');
    } else {
      this.#underWay += 1;
      const frame = { socket: this.id, commandId, command };
      if (this.#stage === 'ready') this.#world.toMain({ kind: 'commands', commands: [frame] });
      else this.#early.push(frame);
    }
  }

  #subscribe({ topic: name, since }: Extract<ClientMessage, { kind: 'subscribe' }>): void {
    const topic = parseTopic(name);
    if (!topic || formatTopic(topic) !== name) {
      this.port.send(missingNotice(name));
    } else if (
      !this.topics.has(this.#nameInside(topic)) &&
      this.topics.size >= this.#world.options.maxTopicsPerSocket
    ) {
      this.port.close('tooManyTopics');
    } else {
      this.#world.hubs.follow(this, this.#nameInside(topic), topic, since);
    }
  }

  #unsubscribe(name: string): void {
    const topic = parseTopic(name);
    this.#world.hubs.unfollow(this, topic ? this.#nameInside(topic) : name);
  }

  /** A device sees its matches and its target as they are, whatever a judge holds back from the public. */
  #nameInside(topic: Topic): string {
    return this.role === 'scoring' && hasInside(topic) ? insideNameOf(topic) : formatTopic(topic);
  }

  #refuseAsMalformed(): void {
    this.#world.malformed();
    this.port.close('malformed');
  }
}

function readMessage(bytes: Uint8Array): ClientMessage | undefined {
  try {
    return bytesToClientMessage(bytes);
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
