// One end of a scorecard as the interface has it, with both cards.
import type { ScorecardView } from '../../src/wire/api-cards.ts';

export type CardEnd = ScorecardView['ends'][number];
