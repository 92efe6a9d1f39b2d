// A command of the command line inside the test's own process, with what it writes caught: the real program takes a second to load, which a
// few tests pay and the rest need not.
import { runProgram } from '../cli/program.ts';

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function catchWrites(stream: NodeJS.WriteStream): { text(): string; letGo(): void } {
  const write = stream.write;
  let caught = '';
  const instead = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    // The test runner speaks in bytes.
    if (typeof chunk !== 'string') return Reflect.apply(write, stream, [chunk, ...rest]);
    caught += chunk;
    const written = rest.find((each) => typeof each === 'function');
    if (written) written();
    return true;
  };
  stream.write = instead as typeof write;
  return {
    text: () => caught,
    letGo: () => {
      stream.write = write;
    },
  };
}

/** One at a time. */
export async function runCommand(args: readonly string[]): Promise<CommandRun> {
  const [out, said] = [catchWrites(process.stdout), catchWrites(process.stderr)];
  try {
    const code = await runProgram(['node', 'tenring', ...args]);
    return { code, out: out.text(), said: said.text() };
  } finally {
    out.letGo();
    said.letGo();
    process.exitCode = undefined;
  }
}
