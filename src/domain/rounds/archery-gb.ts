// Archery GB's rounds: imperial ones on five zones (9-7-5-3-1), metric ones, indoor ones, and Burntwood rounds for archers who do not see.
// Checked against archeryutils by catalogue.golden.test.ts. Ends of six are shot as three and three; of five indoors at Worcester.
import { type Distance, imperial, indoor, metric, outdoor, type Round } from './round.ts';

/** Name and id, dozens of arrows, yards of each distance. */
const imperialRounds = [
  ['york', 'York', [6, 4, 2], [100, 80, 60]],
  ['hereford', 'Hereford', [6, 4, 2], [80, 60, 50]],
  ['bristol-i', 'Bristol I', [6, 4, 2], [80, 60, 50]],
  ['bristol-ii', 'Bristol II', [6, 4, 2], [60, 50, 40]],
  ['bristol-iii', 'Bristol III', [6, 4, 2], [50, 40, 30]],
  ['bristol-iv', 'Bristol IV', [6, 4, 2], [40, 30, 20]],
  ['bristol-v', 'Bristol V', [6, 4, 2], [30, 20, 10]],
  ['st-george', 'St George', [3, 3, 3], [100, 80, 60]],
  ['albion', 'Albion', [3, 3, 3], [80, 60, 50]],
  ['windsor', 'Windsor', [3, 3, 3], [60, 50, 40]],
  ['windsor-50', 'Windsor 50', [3, 3, 3], [50, 40, 30]],
  ['windsor-40', 'Windsor 40', [3, 3, 3], [40, 30, 20]],
  ['windsor-30', 'Windsor 30', [3, 3, 3], [30, 20, 10]],
  ['new-western', 'New Western', [4, 4], [100, 80]],
  ['long-western', 'Long Western', [4, 4], [80, 60]],
  ['western', 'Western', [4, 4], [60, 50]],
  ['western-50', 'Western 50', [4, 4], [50, 40]],
  ['western-40', 'Western 40', [4, 4], [40, 30]],
  ['western-30', 'Western 30', [4, 4], [30, 20]],
  ['american', 'American', [2.5, 2.5, 2.5], [60, 50, 40]],
  ['st-nicholas', 'St Nicholas', [4, 3], [40, 30]],
  ['new-national', 'New National', [4, 2], [100, 80]],
  ['long-national', 'Long National', [4, 2], [80, 60]],
  ['national', 'National', [4, 2], [60, 50]],
  ['national-50', 'National 50', [4, 2], [50, 40]],
  ['national-40', 'National 40', [4, 2], [40, 30]],
  ['national-30', 'National 30', [4, 2], [30, 20]],
  ['new-warwick', 'New Warwick', [2, 2], [100, 80]],
  ['long-warwick', 'Long Warwick', [2, 2], [80, 60]],
  ['warwick', 'Warwick', [2, 2], [60, 50]],
  ['warwick-50', 'Warwick 50', [2, 2], [50, 40]],
  ['warwick-40', 'Warwick 40', [2, 2], [40, 30]],
  ['warwick-30', 'Warwick 30', [2, 2], [30, 20]],
  ['252-100', '252, 100 yards', [3], [100]],
  ['252-80', '252, 80 yards', [3], [80]],
  ['252-60', '252, 60 yards', [3], [60]],
  ['252-50', '252, 50 yards', [3], [50]],
  ['252-40', '252, 40 yards', [3], [40]],
  ['252-30', '252, 30 yards', [3], [30]],
  ['252-20', '252, 20 yards', [3], [20]],
  ['252-10', '252, 10 yards', [3], [10]],
] as const;

/** Two distances on 122 cm, two on 80 cm, three dozen each; the long and the short half are rounds of their own. */
const metricRounds = [
  ['i', 'I', [70, 60, 50, 30]],
  ['ii', 'II', [60, 50, 40, 30]],
  ['iii', 'III', [50, 40, 30, 20]],
  ['iv', 'IV', [40, 30, 20, 10]],
  ['v', 'V', [30, 20, 15, 10]],
] as const;

const sixes = (metres: number, faceId: string): Distance => metric(metres, faceId, 6, 6);

const metricAndHalves: readonly Round[] = metricRounds.flatMap(([id, name, [first, second, third, fourth]]) => {
  const long = [sixes(first, '122'), sixes(second, '122')];
  const short = [sixes(third, '80'), sixes(fourth, '80')];
  return [
    outdoor(`agb-metric-${id}`, `Metric ${name}`, ...long, ...short),
    outdoor(`agb-long-metric-${id}`, `Long Metric ${name}`, ...long),
    outdoor(`agb-short-metric-${id}`, `Short Metric ${name}`, ...short),
  ];
});

const singleDistance: readonly Round[] = (['122', '80'] as const).flatMap((face) =>
  [50, 40, 30].map((metres) =>
    outdoor(`agb-metric-${face}-${metres}`, `Metric ${face}-${metres}`, sixes(metres, face), sixes(metres, face)),
  ),
);

const rounds900: readonly Round[] = [70, 60, 50, 40, 30].map((first) =>
  outdoor(
    `agb-900-${first}`,
    `AGB 900, ${first} m`,
    ...[first, first - 10, first - 20].map((metres) => metric(metres, '122', 5, 6)),
  ),
);

/** All at 30 m; the face grows instead: dozens and five-zone faces. */
const burntwood = [
  ['york', 'York', [6, 4, 2], [40, 60, 80]],
  ['hereford', 'Hereford', [6, 4, 2], [60, 80, 122]],
  ['bristol', 'Bristol', [6, 4, 2], [60, 80, 122]],
  ['st-george', 'St George', [3, 3, 3], [40, 60, 80]],
  ['albion', 'Albion', [3, 3, 3], [60, 80, 122]],
  ['windsor', 'Windsor', [3, 3, 3], [60, 80, 122]],
  ['western', 'Western', [4, 4], [60, 80]],
  ['national', 'National', [4, 2], [60, 80]],
  ['warwick', 'Warwick', [2, 2], [60, 80]],
  ['american', 'American', [2.5, 2.5, 2.5], [60, 80, 122]],
  ['st-nicholas', 'St Nicholas', [4, 3], [80, 122]],
] as const;

/** Whole, compound, triple and compound triple faces: the ending of our id and face. */
const faceKinds = [
  ['', ''],
  ['-compound', ' compound'],
  ['-triple', ' triple'],
  ['-compound-triple', ' compound triple'],
] as const;

const indoorRounds: readonly Round[] = faceKinds.flatMap(([kind, name]) => {
  const [portsmouth, bray1] = [imperial(20, `60${kind}`, 10, 3), imperial(20, `40${kind}`, 10, 3)];
  return [
    indoor(`agb-bray-i${kind}`, `Bray I${name}`, bray1),
    indoor(`agb-bray-ii${kind}`, `Bray II${name}`, imperial(25, `60${kind}`, 10, 3)),
    indoor(`agb-portsmouth${kind}`, `Portsmouth${name}`, portsmouth, portsmouth),
  ];
});

const twice = (distance: Distance): readonly [Distance, Distance] => [distance, distance];

export const archeryGbRounds: readonly Round[] = [
  ...imperialRounds.map(([id, name, dozens, yards]) =>
    outdoor(`agb-${id}`, name, ...yards.map((each, index) => imperial(each, '122-5zone', (dozens[index] ?? 0) * 2, 6))),
  ),
  ...metricAndHalves,
  outdoor('agb-long-metric-90', 'Long Metric 90 m', sixes(90, '122'), sixes(70, '122')),
  outdoor('agb-long-metric-70', 'Long Metric 70 m', sixes(70, '122'), sixes(60, '122')),
  outdoor('agb-short-metric', 'Short Metric', sixes(50, '80'), sixes(30, '80')),
  ...singleDistance,
  ...rounds900,
  outdoor('agb-frostbite', 'Frostbite', metric(30, '80', 12, 3)),
  ...burntwood.map(([id, name, dozens, faces]) =>
    outdoor(
      `agb-burntwood-${id}`,
      `Burntwood ${name}`,
      ...faces.map((cm, index) => metric(30, `${cm}-5zone`, (dozens[index] ?? 0) * 2, 6)),
    ),
  ),
  ...indoorRounds,
  indoor('agb-stafford', 'Stafford', ...twice(metric(30, '80-plain', 12, 3))),
  indoor('agb-stafford-compound', 'Stafford compound', ...twice(metric(30, '80-compound', 12, 3))),
  indoor('agb-worcester', 'Worcester', ...twice(imperial(20, 'worcester', 6, 5))),
  indoor('agb-worcester-5-centre', 'Worcester, five centres', ...twice(imperial(20, 'worcester-5', 6, 5))),
  indoor('agb-vegas', 'Vegas', ...twice(metric(18, '40-triple', 10, 3))),
  indoor('agb-vegas-compound', 'Vegas compound', ...twice(metric(18, '40-compound-triple', 10, 3))),
  indoor('agb-vegas-300', 'Vegas 300', imperial(20, '40', 10, 3)),
  indoor('agb-vegas-300-triple', 'Vegas 300 triple', imperial(20, '40-triple', 10, 3)),
];
