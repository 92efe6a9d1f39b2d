// Rounds for schools, beginners and clubs, the Indonesian national round among them, and plain practice over one distance.
// Source: RULES 2 (event handbooks; where they name no face, ours is a choice: RULES.md); practice rounds as archeryutils has them.
import { type Distance, imperial, metric, outdoor, type Round } from './round.ts';

const thirty = (metres: number, faceId: string): Distance => metric(metres, faceId, 10, 3);
const dozens3 = (metres: number, faceId: string): Distance => metric(metres, faceId, 6, 6);

const nasional = (at30: string) => [dozens3(50, '122'), dozens3(40, '122'), dozens3(30, at30)] as const;

export const schoolRounds: readonly Round[] = [
  outdoor('school-300', 'School 300, 30 arrows', thirty(18, '60-x')),
  ...[5, 10].map((metres) => outdoor(`id-sd-${metres}`, `SD ${metres} m, 30 arrows`, thirty(metres, '60'))),
  outdoor('id-sd-15', 'SD prestasi 15 m, 30 arrows', thirty(15, '40-6')),
  outdoor('id-smp-18', 'SMP 18 m, 30 arrows', thirty(18, '40')),
  outdoor('id-sma-18', 'SMA/umum 18 m, 30 arrows', thirty(18, '40')),
  outdoor('id-nasional', 'Ronde Nasional, 50-40-30 m', ...nasional('122')),
  outdoor('id-nasional-80', 'Ronde Nasional, 50-40-30 m, 80 cm at 30 m', ...nasional('80')),
  ...[10, 15, 20, 25, 30].map((metres) =>
    outdoor(`beginner-${metres}`, `Beginners ${metres} m, 30 arrows`, thirty(metres, '80')),
  ),
];

export const practiceRounds: readonly Round[] = [
  ...[90, 70, 60, 50, 40, 30, 20, 15, 10].map((metres) =>
    outdoor(`practice-36-${metres}-122`, `36 arrows at ${metres} m, 122 cm`, dozens3(metres, '122')),
  ),
  ...[50, 40, 30, 20, 15, 10].map((metres) =>
    outdoor(`practice-36-${metres}-80`, `36 arrows at ${metres} m, 80 cm`, dozens3(metres, '80')),
  ),
  ...[100, 80, 60, 50, 40, 30, 20, 15, 10].map((yards) =>
    outdoor(`practice-24-${yards}y`, `24 arrows at ${yards} yards, five zones`, imperial(yards, '122-5zone', 4, 6)),
  ),
];
