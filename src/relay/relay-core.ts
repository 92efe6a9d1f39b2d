// The relay's work, without its thread and its network: asks for what has changed once a second at most, sends what the budget allows, waits
// where there is no way, and goes on with the newest.
import { type BackoffOptions, backoffMs } from '../kit/backoff.ts';
import type { RelayStatus } from '../wire/api-relay.ts';
import { aliveName } from '../wire/relay/relay-channel.ts';
import { divideWhole } from '../wire/relay/relay-whole.ts';
import { type Budget, type BudgetLimits, mayCost, rateOf, refill, spend, startBudget } from './budget.ts';
import { elapsedMs } from './elapsed.ts';
import { type Listeners, Outgoing, type OutgoingEvent } from './outgoing.ts';
import type { OutletWork, OutletWorld } from './outlet-thread.ts';
import { readWhole } from './read-whole.ts';
import type { PublishAnswer, Uplink } from './uplink.ts';
import { nextUplink, type UplinkEvent, type UplinkState, uplinkOff, waitOf } from './uplink-state.ts';

export interface RelayWorld extends OutletWorld<RelayStatus> {
  readonly uplink: Uplink;
  /** Of today; asked for seldom. */
  keep(used: Pick<Budget, 'day' | 'used'>): void;
}

const tickMs = 1_000;
const mostPulled = 40;
/** No more is asked for while so much waits: what changes meanwhile is asked for once. */
const enoughWaiting = 60;
const batchesPerTick = 5;
const listenersEveryMs = 30_000;
const aliveEveryMs = 60_000;
const keepEveryMs = 30_000;

export function createRelay(
  world: RelayWorld,
  limits: BudgetLimits,
  before?: Pick<Budget, 'day' | 'used'>,
): OutletWork {
  const { uplink, clock, log } = world;
  const outgoing = new Outgoing();
  const stopping = new AbortController();
  const alive = new Map<string, number>();
  const aliveEpoch = String(clock.now());
  let aliveShown = 0;
  let state: UplinkState = uplinkOff;
  /** What it came to last. Trying is no news: while there is no way, each try ends where it began. */
  let settled: UplinkState['kind'] = 'off';
  let since = clock.now();
  let detail = '';
  let budget = startBudget(limits, clock.now(), before);
  let listeners: Listeners;
  let askedListenersAtMs = Number.NEGATIVE_INFINITY;
  let keptAtMs = clock.now();
  let lastSentAt: number | null = null;
  let [events, tooLarge] = [0, 0];

  function happen(event: UplinkEvent, told = '') {
    const next = nextUplink(state, event);
    if (next.kind !== settled && next.kind !== 'probing') {
      since = clock.now();
      settled = next.kind;
      const level = next.kind === 'down' || next.kind === 'throttled' ? 'warn' : 'info';
      log[level]({ ...next, detail: told }, `the relay is ${next.kind}`);
    }
    detail = next.kind === 'down' || next.kind === 'throttled' ? told || detail : '';
    state = next;
    tell();
  }

  function tell() {
    if (state.kind === 'off') return;
    world.tell({
      state: state.kind,
      why: state.kind === 'down' ? state.why : null,
      ...{ detail, since, lastSentAt, waiting: outgoing.waiting, events, tooLarge },
      ...{ usedToday: budget.used, perDay: limits.perDay },
      listeners: Math.max(0, ...(listeners?.values() ?? [])),
    });
  }

  async function askListeners() {
    askedListenersAtMs = clock.now();
    const answer = await uplink.listeners();
    if (answer.kind !== 'answered') return trouble(answer);
    listeners = answer.listeners;
    happen({ kind: 'answered' });
  }

  function trouble(answer: Exclude<PublishAnswer, { kind: 'published' | 'tooLarge' }>) {
    if (answer.kind === 'limited') happen({ kind: 'limited' }, answer.detail);
    else happen({ kind: 'failed', why: answer.why }, answer.detail);
  }

  async function pull() {
    if (outgoing.waiting >= enoughWaiting) return;
    for (const whole of await world.pull(mostPulled)) {
      outgoing.put(whole.name, whole.at, divideWhole(readWhole(whole)), clock.now());
      if (!alive.has(whole.competition)) alive.set(whole.competition, Number.NEGATIVE_INFINITY);
    }
  }

  /** A sign of life uses at most a tenth of what may be sent, and says when the next one is to be expected. */
  function showAlive() {
    const now = clock.now();
    const cost = 1 + Math.max(0, ...(listeners?.values() ?? []));
    const everyMs = Math.round(Math.max(aliveEveryMs, (cost * 10_000) / Math.max(0.001, rateOf(budget, limits, now))));
    for (const [competition, lastMs] of alive) {
      if (elapsedMs(now, lastMs) < everyMs) continue;
      alive.set(competition, now);
      const content = { kind: 'document', value: { now, everyMs }, list: undefined } as const;
      aliveShown += 1;
      outgoing.put(aliveName(competition), { epoch: aliveEpoch, seq: aliveShown }, divideWhole(content), now);
    }
  }

  /** Whether there may be more to send at once. */
  async function publish(): Promise<boolean> {
    const now = clock.now();
    budget = refill(budget, limits, now);
    const batch = outgoing.next(now, listeners, (cost) => mayCost(budget, limits, cost, now));
    if (batch.length === 0) return false;
    const answer = await uplink.publish(batch);
    if (answer.kind === 'published') noteSent(batch);
    else if (answer.kind !== 'tooLarge') trouble(answer);
    else {
      tooLarge += outgoing.tooLarge(batch, clock.now());
      happen({ kind: 'answered' });
    }
    return state.kind === 'up';
  }

  function noteSent(batch: readonly OutgoingEvent[]) {
    lastSentAt = clock.now();
    events += batch.length;
    budget = spend(
      budget,
      batch.reduce((sum, { cost }) => sum + cost, 0),
    );
    outgoing.sent(batch, lastSentAt);
    happen({ kind: 'published' });
  }

  async function tick() {
    await pull();
    showAlive();
    for (let batches = 0; batches < batchesPerTick; batches += 1) if (!(await publish())) break;
    if (state.kind === 'up' && elapsedMs(clock.now(), askedListenersAtMs) >= listenersEveryMs) await askListeners();
    if (elapsedMs(clock.now(), keptAtMs) >= keepEveryMs) keepUsed();
    tell();
  }

  function keepUsed() {
    keptAtMs = clock.now();
    world.keep({ day: budget.day, used: budget.used });
  }

  async function step() {
    const wait = waitOf(state);
    if (wait) {
      const attempt = 'attempt' in state ? state.attempt - 1 : 0;
      const options: BackoffOptions = { ...wait, random: world.random };
      await clock.sleep(backoffMs(attempt, options), stopping.signal);
      happen({ kind: 'waited' });
    } else if (state.kind === 'probing') {
      // What waits is a question as good as any other, and need not wait for its answer.
      await publish();
      if (state.kind === 'probing') await askListeners();
    } else {
      await tick();
      if (state.kind === 'up') await clock.sleep(tickMs, stopping.signal);
    }
  }

  return {
    async run() {
      happen({ kind: 'start' });
      while (!stopping.signal.aborted) {
        try {
          await step();
        } catch (error) {
          // The sleep that was cut short; whatever else comes here is a defect.
          if (!stopping.signal.aborted) throw error;
        }
      }
      happen({ kind: 'stop' });
      keepUsed();
    },
    forget(names) {
      for (const name of names) outgoing.forget(name);
    },
    stop: () => stopping.abort(new Error('stopping')),
  };
}
