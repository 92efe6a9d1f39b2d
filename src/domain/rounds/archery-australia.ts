// Archery Australia's rounds: 1440 and 720 for shorter bows, rounds of 900 and 1200 points named after cities, courses scored 5-4-3-2-1.
// Checked against archeryutils by catalogue.golden.test.ts.
import { course, type Distance, indoor, metric, outdoor, type Round } from './round.ts';

const sixes = (metres: number, faceId: string, ends = 6): Distance => metric(metres, faceId, ends, 6);

/** Five ends of six at each distance: id, name, metres on 122 cm, metres on 80 cm. */
const thirties = [
  ['long-sydney', 'Long Sydney', [90, 70, 60, 50], []],
  ['sydney', 'Sydney', [70, 60, 50, 40], []],
  ['long-brisbane', 'Long Brisbane', [90, 70], [60, 50]],
  ['brisbane', 'Brisbane', [70, 60], [50, 40]],
  ['adelaide', 'Adelaide', [60, 50], [40, 30]],
  ['short-adelaide', 'Short Adelaide', [50, 40], [30, 20]],
  ['hobart', 'Hobart', [90, 70, 50], []],
  ['perth', 'Perth', [70, 60, 50], []],
  ['canberra', 'Canberra', [60, 50, 40], []],
  ['short-canberra', 'Short Canberra', [50, 40, 30], []],
  ['junior-canberra', 'Junior Canberra', [40, 30, 20], []],
  ['mini-canberra', 'Mini Canberra', [30, 20, 10], []],
  ['grange', 'Grange', [60, 60, 60], []],
  ['melbourne', 'Melbourne', [50, 50, 50], []],
  ['darwin', 'Darwin', [40, 40, 40], []],
  ['geelong', 'Geelong', [30, 30, 30], []],
  ['newcastle', 'Newcastle', [20, 20, 20], []],
  ['holt', 'Holt', [], [50, 50, 50]],
  ['samford', 'Samford', [], [40, 40, 40]],
  ['drake', 'Drake', [], [30, 30, 30]],
] as const;

const faceKinds = [
  ['', ''],
  ['-compound', ' compound'],
  ['-triple', ' triple'],
  ['-compound-triple', ' compound triple'],
] as const;

const target = (metres: number, faceCm: number, ends: number): Distance => ({
  ...metric(metres, `aa-field-${faceCm}`, ends, 4),
  nominal: true,
});

/** Two targets at each distance by face, then fans of four distances (two targets of each face), here at their mean. */
const nationalField = [
  ['red', [[], [15, 20, 25, 30], [35, 40, 45], [50, 55, 60]], [9, 22.5, 37.5, 52.5]],
  ['blue', [[], [10, 15, 20, 25], [30, 35, 40], [40, 45, 50]], [7, 17.5, 32.5, 42.5]],
  ['yellow', [[], [5, 10, 15, 20], [20, 25, 30], [30, 35, 40]], [7, 12.5, 22.5, 32.5]],
] as const;
const courseFaces = [20, 40, 60, 80] as const;

export const archeryAustraliaRounds: readonly Round[] = [
  outdoor('aa-50-1440', 'AA 50/1440', sixes(50, '122'), sixes(40, '122'), sixes(30, '80'), sixes(20, '80')),
  outdoor('aa-40-1440', 'AA 40/1440', sixes(40, '122'), sixes(30, '122'), sixes(30, '80'), sixes(20, '80')),
  ...thirties.map(([id, name, far, near]) =>
    outdoor(`aa-${id}`, name, ...far.map((m) => sixes(m, '122', 5)), ...near.map((m) => sixes(m, '80', 5))),
  ),
  outdoor('aa-wollongong', 'Wollongong', sixes(90, '122'), sixes(70, '122')),
  outdoor('aa-townsville', 'Townsville', sixes(70, '122'), sixes(60, '122')),
  outdoor('aa-launceston', 'Launceston', sixes(50, '80'), sixes(30, '80')),
  ...[50, 40, 30, 20].map((metres) =>
    outdoor(`aa-${metres}-720`, `AA ${metres}/720`, sixes(metres, '122'), sixes(metres, '122')),
  ),
  ...faceKinds.map(([kind, name]) =>
    indoor(`aa-indoor-1${kind}`, `Australian Indoor 1${name}`, metric(18, `40${kind}`, 10, 3)),
  ),
  ...faceKinds.map(([kind, name]) =>
    indoor(`aa-indoor-2${kind}`, `Australian Indoor 2${name}`, metric(25, `60${kind}`, 10, 3)),
  ),
  course('aa-hunters', 'Hunters', 'field', [
    target(10, 20, 4),
    target(20, 40, 8),
    target(30, 60, 10),
    target(40, 80, 6),
  ]),
  ...nationalField.map(([peg, single, fans]) =>
    course(`aa-national-field-${peg}`, `National Field, ${peg} peg`, 'field', [
      ...single.flatMap((distances, index) => distances.map((metres) => target(metres, courseFaces[index] ?? 0, 2))),
      ...fans.map((metres, index) => target(metres, courseFaces[index] ?? 0, 2)),
    ]),
  ),
];
