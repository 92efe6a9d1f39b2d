// A small tournament with something of everything, made by commands as in life: two days, own round, records, cards that were corrected,
// ruled on, checked, held and signed, a shoot-off for the cut, a bracket with a measured shoot-off, pools, teams, a plan. For whoever shows
// all of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Command, NewEntry, ScoreArrows } from '../domain/commands.ts';
import type { Contest, Elimination, EventSetup } from '../domain/event/event.ts';
import type { Side } from '../domain/match/match.ts';
import { metric, outdoor } from '../domain/rounds/round.ts';
import type { Intake } from '../intake/intake.ts';
import { creation, newEntry, organiser, score } from './small-competition.ts';

/** Two distances of one end of three arrows. */
export const dayRound = outdoor('own-day', 'Day round', metric(60, '122', 1, 3), metric(50, '122', 1, 3));

/** When all of it happens. */
const dayAt = 1_700_000_000_000;

const tablet: Actor = { role: 'scorer', device: 'tablet-1' };

function entryOf(name: string, category: string, target: string, club: string, more: Partial<NewEntry> = {}): NewEntry {
  return { ...newEntry(name, category, target, club), country: 'INA', ...more };
}

/** Numbers 1 to 6 are men, of whom 4 and 5 are level for the cut's last place; 7 to 10 women; 11 and 12 are level and nobody decided yet. */
const entries: readonly NewEntry[] = [
  entryOf('Adi Pranata', 'RM', '1A', 'Garuda', { bornIn: 1999 }),
  entryOf('Bayu Lesmana', 'RM', '1B', 'Garuda'),
  entryOf('Cahya Utama', 'RM', '1C', 'Rajawali'),
  entryOf('Danu Wijaya', 'RM', '2A', 'Rajawali'),
  entryOf('Eko Wirawan', 'RM', '2B', 'Elang', { also: ['RU21M'], bornIn: 2008 }),
  entryOf('Fajar Nugraha', 'RM', '2C', 'Elang'),
  entryOf('Gita Laras', 'RW', '3A', 'Garuda'),
  entryOf('Hana Kirana', 'RW', '3B', 'Garuda'),
  entryOf('Intan Sari', 'RW', '3C', 'Rajawali'),
  entryOf('Jelita Dewi', 'RW', '4A', 'Rajawali'),
  entryOf('Krisna Putra', 'BM', '5A', 'Elang'),
  entryOf('Lukas Tama', 'BM', '5B', 'Garuda'),
];

/** Both ends of each card. */
const cards: readonly (readonly [string, string])[] = [
  ['X X 10', 'X 10 10'],
  ['X 10 9', '10 9 9'],
  ['10 9 9', '9 9 9'],
  ['9 9 8', '9 8 8'],
  ['9 9 8', '9 8 8'],
  ['7 7', ''],
  ['X 10 10', '10 9 9'],
  ['10 9 9', '9 9 8'],
  ['9 9 8', '8 8 8'],
  ['8 8 8', '7 7 7'],
  ['9 8 8', '8 8 7'],
  ['9 8 8', '8 8 7'],
];

function arrowsOf(text: string): readonly ArrowValue[] {
  return text.split(' ').filter((value) => value !== '') as ArrowValue[];
}

function eventOf(id: string, name: string, contest: Contest, elimination: Elimination | undefined): Command {
  const setup: EventSetup = { id, name, contest, elimination, dnfKeepsRank: true };
  return { kind: 'setEvent', setup };
}

const common = { faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' } as const;

const setUp: readonly Command[] = [
  { kind: 'setRound', round: dayRound },
  {
    kind: 'setCategories',
    categories: ['RM', 'RW', 'RU21M', 'BM'].map((code) => ({ code, name: `Recurve ${code}`, roundId: dayRound.id })),
  },
  {
    kind: 'setSessions',
    sessions: [
      { number: 1, name: 'Saturday', day: '2026-05-01', start: '09:00', categories: [], fromEnd: 1, toEnd: 1 },
      { number: 2, name: 'Sunday', day: '2026-05-02', start: '', categories: ['RM'], fromEnd: 2, toEnd: 2 },
    ],
  },
  {
    kind: 'setRecords',
    records: [
      { kind: 'Club', category: 'RM', roundId: dayRound.id, name: '', club: '', total: 55, x: 1 },
      { kind: 'PB', category: '', roundId: dayRound.id, name: 'Adi Pranata', club: 'Garuda', total: 60, x: 3 },
    ],
  },
  { kind: 'importEntries', categories: [], entries },
  { kind: 'pairDevice', device: 'tablet-1', butt: 1, tokenHash: 'ab', label: 'Tablet 1' },
  {
    kind: 'setClock',
    clock: {
      lines: ['AB', 'CD'],
      ...{ line: 0, end: 1, toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 },
      phase: { kind: 'running', startedAt: dayAt },
    },
  },
];

const onCards: readonly Command[] = [
  { kind: 'signCard', entry: 1, as: 'athlete', name: 'Adi Pranata', strokes: [10, 20, 30, 40] },
  { kind: 'checkEnd', entry: 1, end: 1, arrows: ['X', 'X', '9'] },
  { kind: 'checkEnd', entry: 1, end: 1, arrows: ['10', 'X', 'X'] },
  { kind: 'checkEnd', entry: 2, end: 1, arrows: ['X', '9', '9'] },
  ...correction(3, ['10', '9', '9'], ['10', '9', '8'], 'read again'),
  ...correction(3, ['10', '9', '8'], ['10', '9', '9'], 'was right'),
  { kind: 'holdEnd', entry: 6, end: 1, cause: 'equipment', by: 'Hakim', reason: 'string' },
  { kind: 'setStanding', entry: 6, standing: 'DNF', by: 'Hakim', reason: 'shoulder' },
  { kind: 'lockCard', entry: 1, by: 'Adi Pranata' },
  {
    kind: 'ruleOnEnd',
    entry: 10,
    end: 2,
    was: ['7', '7', '7'],
    ruling: { kind: 'outOfTime', arrows: 1 },
    by: 'Hakim',
    reason: 'after the signal',
  },
];

function correction(entry: number, was: readonly ArrowValue[], arrows: readonly ArrowValue[], reason: string) {
  return [{ kind: 'correctEnd', entry, end: 1, was, arrows, reason } as const];
}

function contestOf(category: string): Contest {
  return { kind: 'individual', category };
}

const bracket: Elimination = {
  ...common,
  system: 'bracket',
  chart: 4,
  placesShot: 4,
  qualifiers: 4,
  formatId: 'set-individual',
};
const pools: Elimination = {
  ...common,
  system: 'pools',
  pools: 2,
  advance: 1,
  placesShot: 2,
  qualifiers: 4,
  formatId: 'set-individual',
  finalsFormatId: 'cumulative-individual',
};

const events: readonly Command[] = [
  eventOf('RM', 'Recurve Men', contestOf('RM'), bracket),
  eventOf('BM', 'Barebow Men', contestOf('BM'), { ...bracket, chart: 2, placesShot: 2, qualifiers: 2 }),
  eventOf('RW', 'Recurve Women', contestOf('RW'), pools),
  eventOf(
    'R-mixed',
    'Recurve Mixed Team',
    {
      kind: 'mixed',
      parts: [
        { categories: ['RM'], archers: 1 },
        { categories: ['RW'], archers: 1 },
      ],
      teamsOf: 'club',
      teamsEach: 1,
    },
    undefined,
  ),
  {
    kind: 'recordShootOff',
    event: 'RM',
    rounds: [
      [
        { key: '4', arrows: ['9'], distancesMm: [41] },
        { key: '5', arrows: ['9'], distancesMm: [57] },
      ],
    ],
    by: 'Hakim',
  },
  { kind: 'drawEvent', event: 'RM' },
  { kind: 'drawEvent', event: 'RW' },
  {
    kind: 'scheduleMatches',
    event: 'RM',
    slots: [
      { match: '2/1', at: '2026-05-02T13:00', butts: { a: 1, b: 2 } },
      { match: '2/2', at: '2026-05-02T13:00', butts: { a: 3, b: 4 } },
      { match: '1/1', at: '2026-05-02T15:00', butts: { a: 1, b: 2 } },
    ],
  },
];

function matchEnd(
  event: string,
  match: string,
  number: number,
  a: string,
  b: string,
  part: 'end' | 'shootOff' = 'end',
) {
  const one = (side: Side, text: string): Command => {
    const arrows = arrowsOf(text);
    return { kind: 'scoreMatch', event, match, side, part, number, first: 0, arrows };
  };
  return [one('a', a), one('b', b)];
}

/** The first semi-final is shot off and measured, the second forfeited; in the final side b has still to shoot. */
const matches: readonly Command[] = [
  { kind: 'chooseBeginner', event: 'RM', match: '2/1', begins: 'b' },
  ...[1, 2, 3, 4, 5].flatMap((number) => matchEnd('RM', '2/1', number, '9 9 9', 'X 9 8')),
  ...matchEnd('RM', '2/1', 1, '10', '10', 'shootOff'),
  { kind: 'measureShootOff', event: 'RM', match: '2/1', number: 1, closest: 'a', by: 'Hakim' },
  ...matchEnd('RM', '2/2', 1, '9 8 8', '10 10 9'),
  {
    kind: 'setMatchAttendance',
    event: 'RM',
    match: '2/2',
    side: 'a',
    attendance: 'forfeited',
    by: 'Hakim',
    reason: 'left the field',
  },
  {
    kind: 'scoreMatch',
    event: 'RM',
    match: '1/1',
    side: 'a',
    part: 'end',
    number: 1,
    first: 0,
    arrows: ['10', '9', '9'],
  },
  ...[1, 2, 3].flatMap((number) => matchEnd('RW', 'A/1', number, '10 10 9', '9 8 8')),
  {
    kind: 'correctMatch',
    event: 'RW',
    match: 'A/1',
    side: 'b',
    part: 'end',
    number: 1,
    was: ['9', '8', '8'],
    arrows: ['9', '9', '8'],
    by: 'Hakim',
    reason: 'read again',
  },
];

/** The final's first set, in the middle of side b's second arrow. */
const clocks: readonly Command[] = [
  {
    kind: 'setClock',
    session: 2,
    clock: {
      lines: [''],
      ...{ line: 0, end: 1, toTheLineSeconds: 10, shootingSeconds: 240, warningSeconds: 30 },
      phase: { kind: 'idle' },
    },
  },
  {
    kind: 'setMatchClock',
    event: 'RM',
    match: '1/1',
    clock: {
      place: { part: 'end', number: 1 },
      ...{ begins: 'a', turns: 6, turn: 3, timeFor: 'turn', seconds: 20, toTheLineSeconds: 10 },
      usedMs: { a: 0, b: 0 },
      phase: { kind: 'running', startedAt: dayAt },
    },
  },
];

/** What is seen at once at the target is put right there. */
const byTablet: readonly Command[] = [
  { kind: 'correctEnd', entry: 3, end: 2, was: ['9', '9', '9'], arrows: ['9', '9', '8'], reason: 'wrong key' },
  {
    kind: 'correctMatch',
    event: 'RM',
    match: '1/1',
    side: 'a',
    part: 'end',
    number: 1,
    was: ['10', '9', '9'],
    arrows: ['10', '9', '8'],
    by: 'Hakim',
    reason: 'wrong key',
  },
];

/** With the first arrow of the end plotted. */
function plotted(scored: ScoreArrows): ScoreArrows {
  return { ...scored, hits: scored.arrows.map((_, box) => (box === 0 ? { x: 120, y: -40 } : null)) };
}

export interface Tournament {
  readonly id: string;
  /** By the organiser; fails when a rule is against it. */
  submit(command: Command, actor?: Actor): Promise<void>;
}

export async function holdTournament(intake: Pick<Intake, 'submit'>, id = 'tournament'): Promise<Tournament> {
  async function submit(command: Command, actor: Actor = organiser): Promise<void> {
    const commandId = randomUUID().replaceAll('-', '');
    const outcome = await intake.submit(id, command, { commandId, at: dayAt, actor });
    assert.deepEqual(outcome.kind, 'accepted', JSON.stringify([command, outcome]));
  }
  for (const command of [creation, ...setUp]) await submit(command);
  for (const [index, ends] of cards.entries()) {
    for (const [end, text] of ends.entries()) {
      const arrows = arrowsOf(text);
      if (arrows.length === 0) continue;
      const scored = score(index + 1, end + 1, 0, ...arrows);
      await submit(index === 0 ? plotted(scored) : scored, index < 3 ? tablet : organiser);
    }
  }
  for (const command of [...onCards, ...events, ...matches, ...clocks]) await submit(command);
  for (const command of byTablet) await submit(command, tablet);
  return { id, submit };
}
