// World Archery's indoor rounds: 18 m, 25 m, both together; on whole and triple faces. Compound counts the small ten only.
// Source: RULES 1.2, 1.3.
import { type Distance, indoor, metric, type Round } from './round.ts';

const half = (metres: number, faceId: string): Distance => metric(metres, faceId, 10, 3);
const twice = (distance: Distance): readonly [Distance, Distance] => [distance, distance];

/** Ids of compound without a word more are the triple face, which is what compound shoots. */
const kinds = [
  ['', '', ''],
  ['-triple', ', triple face', '-triple'],
  ['-compound', ' compound, triple face', '-compound-triple'],
  ['-compound-single', ' compound, whole face', '-compound'],
] as const;

export const waIndoorRounds: readonly Round[] = [
  ...kinds.map(([id, name, face]) => indoor(`wa18${id}`, `Indoor 18 m${name}`, ...twice(half(18, `40${face}`)))),
  ...kinds.map(([id, name, face]) => indoor(`wa25${id}`, `Indoor 25 m${name}`, ...twice(half(25, `60${face}`)))),
  ...kinds.map(([id, name, face]) =>
    indoor(
      `wa25-18${id}`,
      `Indoor 25 and 18 m${name}`,
      ...twice(half(25, `60${face}`)),
      ...twice(half(18, `40${face}`)),
    ),
  ),
  indoor('wa18-6', 'Indoor 18 m, six rings', ...twice(half(18, '40-6'))),
  indoor('wa18-vi', 'Indoor 18 m VI', ...twice(half(18, '60'))),
];
