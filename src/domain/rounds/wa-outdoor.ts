// World Archery's outdoor target rounds: 720, 1440 with its halves and options, 900, the 660 trial, and those for archers who do not see.
// Sources: RULES 1.2 (WA Book 3, Ianseo); archeryutils for 660 and VI.
import { type Distance, metric, outdoor, type Round } from './round.ts';

const sixes = (metres: number, faceId: string): Distance => metric(metres, faceId, 6, 6);
const threes = (metres: number, faceId: string): Distance => metric(metres, faceId, 12, 3);

function round720(id: string, name: string, metres: number, faceId: string): Round {
  return outdoor(id, `WA 720, ${name}`, sixes(metres, faceId), sixes(metres, faceId));
}

const rounds720: readonly Round[] = [
  round720('wa720-70', '70 m', 70, '122'),
  round720('wa720-60', '60 m', 60, '122'),
  round720('wa720-50-compound', '50 m compound', 50, '80-6'),
  round720('wa720-50-barebow', '50 m barebow', 50, '122'),
  round720('wa720-40', '40 m', 40, '122'),
  round720('wa720-40-compound', '40 m compound', 40, '80-6'),
  round720('wa720-30-barebow', '30 m barebow', 30, '122'),
  round720('wa720-30', '30 m', 30, '122'),
  round720('wa720-30-compound', '30 m compound', 30, '80-6'),
  round720('wa720-50-w1', '50 m W1', 50, '80'),
];

/** Two long distances on 122 cm and two short ones on 80 cm, by the longest. Men 90 m; women, U18 and 50+ men 70 m; U18 and 50+ women 60 m. */
const layouts1440 = [
  [90, 70, 50, 30],
  [70, 60, 50, 30],
  [60, 50, 40, 30],
] as const;

const rounds1440: readonly Round[] = layouts1440.flatMap(([first, second, third, fourth]) => {
  const id = `wa1440-${first}`;
  const name = `WA 1440, ${first} m`;
  const long = [sixes(first, '122'), sixes(second, '122')];
  const short = [threes(third, '80'), threes(fourth, '80')];
  return [
    outdoor(id, name, ...long, ...short),
    outdoor(`${id}-sixes`, `${name}, ends of six`, ...long, sixes(third, '80'), sixes(fourth, '80')),
    outdoor(`${id}-small`, `${name}, six rings`, ...long, threes(third, '80-6'), threes(fourth, '80-6')),
    outdoor(`${id}-small-5`, `${name}, six and five rings`, ...long, threes(third, '80-6'), threes(fourth, '80-5')),
    outdoor(`${id}-long`, `Half WA 1440, ${first} and ${second} m`, ...long),
  ];
});

const shortHalves: readonly Round[] = [50, 40].map((third) =>
  outdoor(`wa1440-short-${third}`, `Half WA 1440, ${third} and 30 m`, threes(third, '80'), threes(30, '80')),
);

const round900 = (id: string, name: string, ends: number, arrows: number) =>
  outdoor(id, name, ...[60, 50, 40].map((metres) => metric(metres, '122', ends, arrows)));

/** A trial of 2025: the X is worth 11. */
const rounds660: readonly Round[] = (
  [
    ['wa660-70', '70 m', 70, '122-x11'],
    ['wa660-60', '60 m', 60, '122-x11'],
    ['wa660-50-compound', '50 m compound', 50, '80-6-x11'],
    ['wa660-50-compound-full', '50 m compound, full face', 50, '80-x11'],
    ['wa660-50-barebow', '50 m barebow', 50, '122-x11'],
  ] as const
).map(([id, name, metres, faceId]) =>
  outdoor(id, `WA 660 trial, ${name}`, metric(metres, faceId, 5, 6), metric(metres, faceId, 5, 6)),
);

export const waOutdoorRounds: readonly Round[] = [
  ...rounds720,
  ...rounds1440,
  ...shortHalves,
  round900('wa900', 'WA 900', 5, 6),
  round900('wa900-threes', 'WA 900, ends of three', 10, 3),
  outdoor('wa-standard', 'WA Standard, 50 and 30 m', sixes(50, '122'), sixes(30, '122')),
  ...rounds660,
  outdoor('wa-1440-vi', 'WA 1440 VI', threes(30, '60-x'), threes(30, '80'), threes(30, '80'), threes(30, '122')),
  outdoor('wa-30-vi', 'WA 30 m VI', threes(30, '80'), threes(30, '80')),
];
