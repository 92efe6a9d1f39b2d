// The parts of a page that come after its first words (ui/parts/later-part.ts): which files each of them has, told in the page's head.
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const ofPart = /^ui\/.*\/([\w-]+-part)\.tsx?$/;

/** An output and all that a browser loads with it at once. */
function loadedWith(output, { outputs }) {
  const found = new Set([output]);
  for (const each of found) {
    for (const { path, kind, external } of outputs[each].imports) {
      if (kind === 'import-statement' && !external) found.add(path);
    }
  }
  return found;
}

/** The page's own style sheet has the rules of its parts too: one of a part's own would only say again what others have overruled. */
function dropStyles(folder, part) {
  if (part.cssBundle === undefined) return;
  rmSync(join(folder, 'assets', basename(part.cssBundle)), { force: true });
  delete part.cssBundle;
}

/** Of the page whose script is `output`: each part's name and the addresses of its files. */
export function findLaterParts(folder, output, metafile) {
  const { outputs } = metafile;
  const page = loadedWith(output, metafile);
  const asked = [...page].flatMap((each) => outputs[each].imports.filter(({ kind }) => kind === 'dynamic-import'));
  return [...new Set(asked.map(({ path }) => path))].flatMap((path) => {
    const name = ofPart.exec(outputs[path]?.entryPoint ?? '')?.[1];
    if (name === undefined) return [];
    dropStyles(folder, outputs[path]);
    const files = [...loadedWith(path, metafile)].filter((each) => !page.has(each));
    return [{ name, files: files.map((each) => `/assets/${basename(each)}`) }];
  });
}
