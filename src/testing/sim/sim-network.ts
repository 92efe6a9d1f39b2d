// The field's Wi-Fi: frames of one socket arrive in order, each after a while of its own; a socket may be cut at any time, with frames of it
// still on their way; a client may be so slow that answers are dropped.

import type { OpenSocket, SocketListeners } from '../../simulator/simulated-tablet.ts';
import { closeCodes } from '../../wire/codes.ts';
import type { SimProcess, SimWorld } from './sim-process.ts';

const slowestMs = 400;
const connectMs = 20;

interface Way {
  /** After everything that was sent before it. */
  send(deliver: () => void): void;
}

export class SimNetwork {
  readonly #world: SimWorld;
  readonly #running: () => SimProcess | undefined;
  readonly #open = new Set<() => void>();

  constructor(world: SimWorld, running: () => SimProcess | undefined) {
    this.#world = world;
    this.#running = running;
  }

  /** Some socket that is open now. */
  cutOne(): void {
    const [first, ...others] = [...this.#open];
    if (!first) return;
    this.#world.tally.socketsCut += 1;
    this.#world.random.pick([first, ...others])();
  }

  readonly openSocket: OpenSocket = (_url, listeners) => {
    const { clock } = this.#world;
    let server: ReturnType<SimProcess['accept']> | undefined;
    let isOpen = true;
    const up = this.#way();
    const down = this.#way();
    const cut = (code: number = closeCodes.lost.code) => {
      if (!isOpen) return;
      isOpen = false;
      this.#open.delete(cutByAccident);
      clock.after(this.#delay(), () => server?.closed());
      clock.after(1, () => listeners.closed(code));
    };
    const cutByAccident = () => cut();
    clock.after(connectMs, () => {
      const process = this.#running();
      if (!process?.isAlive) return cut();
      this.#open.add(cutByAccident);
      server = process.accept(this.#portOf(listeners, down, () => isOpen, cut));
      listeners.opened();
    });
    return {
      // What is on its way when a socket is cut may arrive all the same.
      send: (bytes) => {
        if (isOpen) up.send(() => server?.receive(bytes));
      },
      close: () => cut(),
    };
  };

  #portOf(listeners: SocketListeners, down: Way, isOpen: () => boolean, cut: (code?: number) => void) {
    const { random } = this.#world;
    return {
      send: (bytes: Uint8Array) => {
        // The client takes nothing more: the session cuts it.
        if (random.next() < 0.01 * this.#world.faultRate) {
          this.#world.tally.answersDropped += 1;
          return false;
        }
        down.send(() => {
          if (isOpen()) listeners.heard(bytes);
        });
        return true;
      },
      backlogBytes: () => 0,
      together: (run: () => void) => run(),
      join: () => undefined,
      leave: () => undefined,
      close: (name: keyof typeof closeCodes) => down.send(() => cut(closeCodes[name].code)),
      cut: () => cut(),
    };
  }

  #way(): Way {
    const { clock } = this.#world;
    let lastAt = 0;
    return {
      send: (deliver) => {
        lastAt = Math.max(lastAt, clock.now() + this.#delay());
        clock.after(lastAt - clock.now(), deliver);
      },
    };
  }

  #delay(): number {
    const { random, faultRate } = this.#world;
    return random.next() < 0.8 ? 1 + random.integer(5) : 1 + random.integer(slowestMs * faultRate + 1);
  }
}
