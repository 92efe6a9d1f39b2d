// What a part of a page needs of the browser. Which files it has stands in the page's head, where the build writes it (esbuild.config.mjs).
import type { PartWorld } from './later-part.ts';

/** A network that has not brought a file by then is as good as none. */
const deadlineMs = 20_000;

async function fetchFile(address: string): Promise<void> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), deadlineMs);
  try {
    const answer = await fetch(address, { signal: control.signal });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    // Whole, so that the browser's cache has it.
    await answer.arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}

export const browserParts: PartWorld = {
  filesOf(name) {
    const line = document.head.querySelector<HTMLMetaElement>(`meta[name="part:${name}"]`);
    return line?.content.split(' ') ?? [];
  },
  fetchFile,
  after: (milliseconds, run) => void setTimeout(run, milliseconds),
};
