// One line when a step starts, one when it is done. Steps whose work is still good say nothing.
// Everything goes to stderr: stdout belongs to the program that is started afterwards.

const colours = process.stderr.isTTY && !process.env.NO_COLOR;
const tick = colours ? '\x1b[32m✓\x1b[0m' : '✓';
const cross = colours ? '\x1b[31m✗\x1b[0m' : '✗';

export const tell = (line) => process.stderr.write(`  ${line}\n`);

const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

async function takeStep({ title, run }) {
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

/**
 * A step is {title, isDone(), run(tell)}: `run` may return a few words about what it found or made.
 * @param {Step[][]} tracks steps of one track follow each other, tracks run side by side
 */
export async function takeSteps(tracks, heading = 'Setting up (only what is missing)', ending = 'Set up') {
  const begun = performance.now();
  let taken = 0;
  const walk = async (steps) => {
    for (const step of steps) {
      if (step.isDone()) continue;
      if (taken === 0) process.stderr.write(`${heading}\n`);
      taken += 1;
      await takeStep(step);
    }
  };
  // Every track comes to its end before a failure is told, so that nothing goes on running unseen.
  const results = await Promise.allSettled(tracks.map(walk));
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  if (taken > 0) process.stderr.write(`${ending} in ${seconds(begun)}\n\n`);
}
