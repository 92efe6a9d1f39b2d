// One line when a step starts, one when it is done. Steps whose work is still good say nothing.
// Everything goes to stderr: stdout belongs to the program that is started afterwards.

const colours = process.stderr.isTTY && !process.env.NO_COLOR;
const tick = colours ? '\x1b[32m✓\x1b[0m' : '✓';
const cross = colours ? '\x1b[31m✗\x1b[0m' : '✗';

export const tell = (line) => process.stderr.write(`  ${line}\n`);

const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * A step is {title, isDone(), run(tell)}: `run` may return a few words about what it found or made.
 * @returns {Promise<number>} how many steps had something to do
 */
export async function takeSteps(steps, heading = 'Setting up (only what is missing)', ending = 'Set up') {
  const begun = performance.now();
  let taken = 0;
  for (const { title, isDone, run } of steps) {
    if (isDone()) continue;
    if (taken === 0) process.stderr.write(`${heading}\n`);
    taken += 1;
    const since = performance.now();
    tell(`… ${title}`);
    try {
      const words = await run((line) => tell(`    ${line}`));
      tell(`${tick} ${title}${words ? `: ${words}` : ''} (${seconds(since)})`);
    } catch (error) {
      tell(`${cross} ${title} (${seconds(since)})`);
      throw error;
    }
  }
  if (taken > 0) process.stderr.write(`${ending} in ${seconds(begun)}\n\n`);
  return taken;
}
