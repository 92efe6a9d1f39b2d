// Chromium for the browser tests, from Debian: the version that its security team keeps.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cache, whichProgram } from '../places.mjs';
import { installPackages } from './apt.mjs';

const chosenFile = cache('chromium.path');
const find = () =>
  process.env.TENRING_CHROMIUM ??
  whichProgram('chromium') ??
  whichProgram('google-chrome') ??
  whichProgram('chromium-browser');

export function chosenChromium() {
  return existsSync(chosenFile) ? readFileSync(chosenFile, 'utf8').trim() : undefined;
}

export const browser = {
  title: 'Chromium, for the tests',
  isDone: () => find() !== undefined && find() === chosenChromium(),
  run: async (tell) => {
    if (find() === undefined) {
      await installPackages(['chromium', 'fonts-dejavu-core'], {
        purpose: 'Chromium, for the browser tests,',
        otherwise: 'Or set TENRING_CHROMIUM to the path of a Chromium or Chrome.',
        tell,
      });
    }
    writeFileSync(chosenFile, `${find()}\n`);
    return find();
  },
};
