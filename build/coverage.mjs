// The bar that the tests must clear, and which files it is about.
import { cache } from './places.mjs';

export const coverageFile = cache('coverage.json');
/** Paths of the test files in which something failed, as a list. */
export const failedFile = cache('failed-tests.json');
export const bars = { lines: 80, branches: 75, functions: 75 };

/** @param {string} path relative to the root */
export const isCounted = (path) =>
  /^src\/.*\.ts$/.test(path) &&
  !/\.(test|contract)\.ts$|\.d\.ts$/.test(path) &&
  !/^src\/(bench|testing|wire\/gen)\//.test(path);
