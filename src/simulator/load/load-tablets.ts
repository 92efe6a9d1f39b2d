// Tablets that follow the sheet of their butt, as real ones do, and type whole ends: each archer's next one when its time comes.
import { compareArrowValues } from '../../domain/arrow-value.ts';
import type { ScoreArrows } from '../../domain/commands.ts';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { clientMessageToBytes, type DeviceCredentials } from '../../wire/client-to-server.ts';
import { formatTopic } from '../../wire/topics.ts';
import { createRandom } from '../random.ts';
import { type Answer, type OpenSocket, openSimulatedTablet, type SimulatedTablet } from '../simulated-tablet.ts';
import { openLoadSocket } from './load-socket.ts';

export interface LoadTablet {
  readonly credentials: DeviceCredentials;
  readonly butt: number;
  /** Entries of its butt. */
  readonly entries: readonly number[];
}

export interface TabletsOptions {
  /** `ws://host:port/scoring` */
  readonly url: string;
  readonly tablets: readonly LoadTablet[];
  readonly onSent: (entry: number, end: number) => void;
  readonly onAnswer: (answer: Answer, tookMs: number) => void;
  /** Ends that were scored before: the next one is sent first. */
  readonly endsBefore?: number;
  readonly clock?: Clock;
  readonly openSocket?: OpenSocket;
}

export interface Tablets {
  ready(signal: AbortSignal): Promise<void>;
  /** The next end of this archer of this tablet, both from 0. */
  sendNext(tablet: number, archer: number): void;
  readonly connected: number;
  /** Sent and not answered. */
  readonly unanswered: number;
  /** This tablet's connection breaks, as when Wi-Fi is gone for a moment. */
  cut(tablet: number): void;
  close(): void;
}

const lookMs = 20;
const values = ['X', '10', '10', '9', '9', '9', '8', '8', '7', 'M'] as const;
/** Of each end. */
export const arrowsPerEnd = 6;

function arrowsOf(entry: number, end: number): ScoreArrows['arrows'] {
  const random = createRandom(entry, end);
  return Array.from({ length: arrowsPerEnd }, () => random.pick(values)).sort(compareArrowValues);
}

/** Hello is answered by the welcome; then the sheet is asked for. */
function following(topic: string, openSocket: OpenSocket, opened: (cut: () => void) => void): OpenSocket {
  const subscribe = clientMessageToBytes({ kind: 'subscribe', topic, since: undefined });
  return (url, listeners) => {
    let isWelcome = true;
    const socket = openSocket(url, {
      ...listeners,
      heard: (bytes) => {
        listeners.heard(bytes);
        if (isWelcome) socket.send(subscribe);
        isWelcome = false;
      },
    });
    opened(() => socket.close());
    return socket;
  };
}

export function openTablets({
  url,
  tablets,
  onSent,
  onAnswer,
  endsBefore = 0,
  clock = systemClock,
  openSocket = openLoadSocket,
}: TabletsOptions): Tablets {
  const cuts = new Map<number, () => void>();
  const sent = new Map<number, number>();
  const open: readonly SimulatedTablet[] = tablets.map(({ credentials, butt }, index) => {
    const topic = formatTopic({ kind: 'target', competition: credentials.competition, butt });
    const opening = following(topic, openSocket, (cut) => cuts.set(index, cut));
    return openSimulatedTablet({ url, credentials, clock, openSocket: opening });
  });
  const connected = () => open.reduce((sum, tablet) => sum + (tablet.connected ? 1 : 0), 0);

  return {
    async ready(signal) {
      while (connected() < open.length) await clock.sleep(lookMs, signal);
    },
    sendNext(tablet, archer) {
      const entry = tablets[tablet]?.entries[archer];
      if (entry === undefined) return;
      const end = (sent.get(entry) ?? endsBefore) + 1;
      sent.set(entry, end);
      const began = performance.now();
      onSent(entry, end);
      const command = { kind: 'scoreArrows', entry, end, first: 0, arrows: arrowsOf(entry, end) } as const;
      void open[tablet]?.submit(command).then((answer) => onAnswer(answer, performance.now() - began));
    },
    get connected() {
      return connected();
    },
    get unanswered() {
      return open.reduce((sum, tablet) => sum + tablet.unanswered, 0);
    },
    cut: (tablet) => cuts.get(tablet)?.(),
    close() {
      for (const tablet of open) tablet.close();
    },
  };
}
