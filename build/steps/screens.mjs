// The bundle of ui/, rebuilt when anything that goes into it has changed.
import { existsSync } from 'node:fs';
import { run } from '../commands.mjs';
import { hashOf, isStamped, place, stamp } from '../places.mjs';

const ingredients = [
  'ui',
  'src/domain',
  'src/wire',
  'src/kit',
  'esbuild.config.mjs',
  'build/later-parts.mjs',
  'build/offline-page.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const key = () => hashOf({ files: ingredients });

export const screens = {
  title: 'Screens (desk, tablet, board)',
  isDone: () => existsSync(place('out', 'ui', 'manifest.json')) && isStamped('screens', key()),
  run: async () => {
    const words = await run('screens', process.execPath, [place('esbuild.config.mjs')], {
      problem: 'The screens could not be built.',
    });
    stamp('screens', key());
    return words.trim().split('\n').at(-1);
  },
};
