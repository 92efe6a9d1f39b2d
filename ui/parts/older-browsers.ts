// What the rules use of arrays and browsers of 2021 do not have yet. esbuild lowers syntax, never methods. First import of every page.

/** Counted from the end when negative. */
const boxOf = (list: readonly unknown[], index: number): number => (index < 0 ? list.length + index : index);

type Test = (item: unknown, index: number, list: readonly unknown[]) => unknown;

const methods = {
  at(this: readonly unknown[], index: number) {
    return this[boxOf(this, index)];
  },
  findLastIndex(this: readonly unknown[], isWanted: Test) {
    let box = this.length - 1;
    while (box >= 0 && !isWanted(this[box], box, this)) box -= 1;
    return box;
  },
  findLast(this: readonly unknown[], isWanted: Test) {
    return this[methods.findLastIndex.call(this, isWanted)];
  },
  with(this: readonly unknown[], index: number, item: unknown) {
    const copy = this.slice();
    copy[boxOf(this, index)] = item;
    return copy;
  },
  toSpliced(this: readonly unknown[], start: number, skip: number, ...items: readonly unknown[]) {
    const copy = this.slice();
    copy.splice(start, skip, ...items);
    return copy;
  },
  toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number) {
    return this.slice().sort(compare);
  },
};

/** Adds what `prototype` has not. */
export function addMissing(prototype: object): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in prototype)) Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

addMissing(Array.prototype);
