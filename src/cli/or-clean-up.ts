// A command that is told to stop (Ctrl-C, kill, a terminal that closes) in the middle of writing a file: what is half there goes first.

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** `cleanUp` is synchronous: the process ends with it, by the exit code that shells give to the signal. */
export async function orCleanUp<T>(work: () => Promise<T>, cleanUp: () => void): Promise<T> {
  const end = (_: NodeJS.Signals, number: number) => {
    cleanUp();
    process.exit(128 + number);
  };
  for (const name of signals) process.on(name, end);
  try {
    return await work();
  } finally {
    for (const name of signals) process.off(name, end);
  }
}
