// What reads printed pages back in tests: pdftotext, from Debian.
import { whichProgram } from '../places.mjs';
import { installPackages } from './apt.mjs';

export const pdfTools = {
  title: 'pdftotext, for the tests',
  isDone: () => whichProgram('pdftotext') !== undefined,
  run: async (tell) => {
    await installPackages(['poppler-utils'], {
      purpose: 'pdftotext, for the tests of what is printed,',
      otherwise: 'Or install poppler by other means, so that pdftotext is on the PATH.',
      tell,
    });
    return whichProgram('pdftotext');
  },
};
