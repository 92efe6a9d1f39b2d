// A sparse list that is never changed in place: `setAt` copies one chunk and the spine, a few hundred bytes, and shares the rest.
// Old states of a competition stay valid for free, which is what lets intake decide ahead of an append and forget it again.

const chunkSize = 64;

export class ChunkedList<T> {
  readonly #chunks: readonly (readonly (T | undefined)[])[];

  private constructor(chunks: readonly (readonly (T | undefined)[])[]) {
    this.#chunks = chunks;
  }

  static empty<T>(): ChunkedList<T> {
    return new ChunkedList<T>([]);
  }

  static from<T>(items: Iterable<readonly [number, T]>): ChunkedList<T> {
    return ChunkedList.empty<T>().withAll(items);
  }

  at(index: number): T | undefined {
    return this.#chunks[Math.floor(index / chunkSize)]?.[index % chunkSize];
  }

  with(index: number, value: T): ChunkedList<T> {
    return this.withAll([[index, value]]);
  }

  /** All at once: each touched chunk is copied once. Indexes are whole numbers from 0. */
  withAll(items: Iterable<readonly [number, T]>): ChunkedList<T> {
    const chunks = this.#chunks.slice();
    const copied = new Set<number>();
    for (const [index, value] of items) {
      const at = Math.floor(index / chunkSize);
      while (chunks.length <= at) chunks.push([]);
      let chunk = chunks[at] as (T | undefined)[];
      if (!copied.has(at)) {
        chunk = chunk.slice();
        chunks[at] = chunk;
        copied.add(at);
      }
      while (chunk.length < index % chunkSize) chunk.push(undefined);
      chunk[index % chunkSize] = value;
    }
    return new ChunkedList<T>(chunks);
  }

  /** Nothing is at these indexes any more. */
  without(indexes: Iterable<number>): ChunkedList<T> {
    const there = [...indexes].filter((index) => this.at(index) !== undefined);
    if (there.length === 0) return this;
    return new ChunkedList<T>(
      new ChunkedList<T | undefined>(this.#chunks).withAll(there.map((index) => [index, undefined])).#chunks,
    );
  }

  *entries(): Generator<readonly [number, T]> {
    for (let at = 0; at < this.#chunks.length; at += 1) {
      const chunk = this.#chunks[at] ?? [];
      for (let offset = 0; offset < chunk.length; offset += 1) {
        const value = chunk[offset];
        if (value !== undefined) yield [at * chunkSize + offset, value];
      }
    }
  }

  *values(): Generator<T> {
    for (const [, value] of this.entries()) yield value;
  }
}
