// A small competition for tests: two butts, four archers each.
import type { Actor } from '../domain/actor.ts';
import type { Command, CommandContext, CreateCompetition, ImportEntries, PairDevice } from '../domain/commands.ts';

let counter = 0;

/** Ids that are all different and read well in a failure. */
export function nextCommandId(): string {
  counter += 1;
  return counter.toString(16).padStart(32, '0');
}

export function contextOf(actor: Actor = { role: 'organiser' }, commandId = nextCommandId()): CommandContext {
  return { commandId, at: 1_700_000_000_000, actor };
}

export const createSample: CreateCompetition = {
  kind: 'createCompetition',
  name: 'Spring Cup',
  venue: 'Riverside field',
  from: '2026-05-02',
  to: '2026-05-03',
  discipline: 'outdoor',
  ruleSetId: 'wa-2026',
};

export const importSample: ImportEntries = {
  kind: 'importEntries',
  categories: [
    { code: 'RM', name: 'Recurve Men', roundId: 'wa720-70' },
    { code: 'CW', name: 'Compound Women', roundId: 'wa720-50-compound' },
  ],
  entries: ['A', 'B', 'C', 'D'].flatMap((letter, index) => [
    { name: `Recurve ${letter}`, club: `Club ${index % 2}`, category: 'RM', target: { butt: 1, letter } },
    { name: `Compound ${letter}`, club: `Club ${index % 2}`, category: 'CW', target: { butt: 2, letter } },
  ]),
};

export function pairing(device: string, butt: number): PairDevice {
  return { kind: 'pairDevice', device, butt, tokenHash: '00'.repeat(32), label: `Tablet ${butt}` };
}

export const sampleSetUp: readonly Command[] = [
  createSample,
  importSample,
  pairing('tablet-1', 1),
  pairing('tablet-2', 2),
];
