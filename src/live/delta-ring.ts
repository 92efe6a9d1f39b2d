// The last deltas of a topic, so that a client that was away for a moment gets what it missed instead of everything.

interface KeptDelta {
  readonly from: number;
  readonly to: number;
  readonly frame: Uint8Array;
}

export interface RingLimits {
  readonly frames: number;
  readonly bytes: number;
}

/** Half a minute of a board at full speed. */
export const usualRingLimits: RingLimits = { frames: 512, bytes: 64 * 1024 };

/** Each delta kept begins where the one before it ends. */
export class DeltaRing {
  readonly #limits: RingLimits;
  #kept: KeptDelta[] = [];
  #bytes = 0;

  constructor(limits: RingLimits = usualRingLimits) {
    this.#limits = limits;
  }

  push(delta: KeptDelta): void {
    if (this.#kept.at(-1)?.to !== delta.from) this.clear();
    this.#kept.push(delta);
    this.#bytes += delta.frame.length;
    while (this.#kept.length > this.#limits.frames || this.#bytes > this.#limits.bytes) {
      this.#bytes -= this.#kept.shift()?.frame.length ?? 0;
    }
  }

  /** The frames that lead from `seq` to the newest; undefined when they are not all here any more. */
  since(seq: number): readonly Uint8Array[] | undefined {
    const first = this.#kept.findLastIndex(({ from }) => from === seq);
    return first === -1 ? undefined : this.#kept.slice(first).map(({ frame }) => frame);
  }

  clear(): void {
    this.#kept = [];
    this.#bytes = 0;
  }
}
