// Something with an end, at which what was opened is closed: a test of node:test, or a longer run outside of one.

export interface Scope {
  after(step: () => unknown): void;
}

/** Closes in the opposite order. */
export function createScope(): Scope & { close(): Promise<void> } {
  const steps: (() => unknown)[] = [];
  return {
    after: (step) => void steps.push(step),
    async close() {
      for (const step of steps.splice(0).reverse()) await step();
    },
  };
}
