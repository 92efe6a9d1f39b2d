// A load on one competition: tablets that send, viewers that watch, and what both have seen of it. In whatever process it is asked for:
// never in the appliance's own.
import { type Clock, systemClock } from '../../kit/clock.ts';
import { formatTopic } from '../../wire/topics.ts';
import { createLatencies, type Latency } from './latencies.ts';
import { type LoadTablet, openTablets, type Tablets } from './load-tablets.ts';
import { openViewers, type Viewers } from './load-viewers.ts';
import { type LoadShape, planEnds } from './plan-ends.ts';
import { createSentEnds } from './sent-ends.ts';

export interface LoadPlace {
  /** `ws://host:port`: of the live connections. */
  readonly realtimeOrigin: string;
  readonly competition: string;
  readonly categories: readonly string[];
  readonly tablets: readonly LoadTablet[];
}

export interface LoadOptions extends LoadPlace {
  readonly viewers: number;
  /** Of several nodes: where they watch; with the tablets where it is not said. */
  readonly viewersOrigin?: string;
  readonly endsBefore?: number;
  readonly clock?: Clock;
}

/** Latencies since they were forgotten last; everything else since the beginning. */
export interface LoadLook {
  /** From typing an end to its acknowledgement. */
  readonly ack: Latency;
  /** From typing an end to a viewer's board. */
  readonly screen: Latency;
  readonly sent: number;
  readonly saved: number;
  /** How often what was refused. */
  readonly refused: Readonly<Record<string, number>>;
  readonly unanswered: number;
  readonly tabletsConnected: number;
  readonly viewersConnected: number;
  readonly viewersLost: number;
  readonly resyncs: number;
}

export interface Load {
  /** Resolves when everybody is there. Rejects with the signal's reason. */
  ready(signal: AbortSignal): Promise<void>;
  /** Sends what is planned, each end at its time, then waits for the last answers. Rejects with the signal's reason. */
  run(shape: LoadShape, signal: AbortSignal): Promise<void>;
  look(): LoadLook;
  /** Latencies begin anew. */
  forgetLatencies(): void;
  readonly viewers: Pick<Viewers, 'replace'>;
  readonly tablets: Pick<Tablets, 'cut' | 'sendNext'>;
  close(): void;
}

/** What is not answered then is reported as not answered. */
const lastAnswersMs = 10_000;
/** The last score is on its way to the screens. */
const lastScreensMs = 300;
const lookMs = 20;

export function openLoad({
  realtimeOrigin,
  competition,
  categories,
  tablets: places,
  viewers: count,
  viewersOrigin = realtimeOrigin,
  endsBefore = 0,
  clock = systemClock,
}: LoadOptions): Load {
  let [acks, screens] = [createLatencies(), createLatencies()];
  let [sent, saved] = [0, 0];
  const refused = new Map<string, number>();
  const sentEnds = createSentEnds();
  const viewers = openViewers({
    url: `${viewersOrigin}/board`,
    topics: categories.map((category) => formatTopic({ kind: 'leaderboard', competition, category })),
    count,
    clock,
    onScore: ({ entry, end }, askedAtMs) => {
      const at = sentEnds.at(entry, end);
      if (at !== undefined && at >= askedAtMs) screens.add(performance.now() - at);
    },
  });
  const tablets = openTablets({
    url: `${realtimeOrigin}/scoring`,
    tablets: places,
    endsBefore,
    clock,
    onSent: (entry, end) => {
      sent += 1;
      sentEnds.sent(entry, end, performance.now());
    },
    onAnswer: (answer, tookMs) => {
      if (answer.kind === 'saved') {
        saved += 1;
        acks.add(tookMs);
      } else if (answer.kind === 'rejected') {
        const { code } = answer.rejection;
        refused.set(code, (refused.get(code) ?? 0) + 1);
      }
    },
  });

  async function send(shape: LoadShape, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    for (const { atMs, tablet, archer } of planEnds(shape)) {
      const wait = began + atMs - performance.now();
      // Timers are whole milliseconds: what is due meanwhile goes together.
      if (wait >= 1) await clock.sleep(wait, signal);
      tablets.sendNext(tablet, archer);
    }
    const rest = began + shape.seconds * 1_000 - performance.now();
    if (rest > 0) await clock.sleep(rest, signal);
  }

  return {
    async ready(signal) {
      await viewers.ready(signal);
      await tablets.ready(signal);
    },
    async run(shape, signal) {
      await send(shape, signal);
      const deadline = performance.now() + lastAnswersMs;
      while (tablets.unanswered > 0 && performance.now() < deadline) await clock.sleep(lookMs, signal);
      await clock.sleep(lastScreensMs, signal);
    },
    look: () => ({
      ...{ ack: acks.look(), screen: screens.look(), sent, saved },
      refused: Object.fromEntries(refused),
      unanswered: tablets.unanswered,
      tabletsConnected: tablets.connected,
      viewersConnected: viewers.connected,
      viewersLost: viewers.lost,
      resyncs: viewers.resyncs,
    }),
    forgetLatencies: () => {
      [acks, screens] = [createLatencies(), createLatencies()];
    },
    viewers,
    tablets,
    close() {
      tablets.close();
      viewers.close();
    },
  };
}
