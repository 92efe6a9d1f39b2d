// A real appliance with an individual and a team final at one target, drawn over HTTP as the desk does it. For browser tests of matches.
import assert from 'node:assert/strict';
import { type DeskClient, openDesk } from './desk-client.ts';
import type { RunningAppliance } from './run-appliance.ts';

const round = {
  name: 'Three arrows',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 1, arrowsPerEnd: 3 }],
};
const final = {
  ...{ system: 'bracket', chart: 2, placesShot: 2, qualifiers: 2 },
  ...{ faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' },
};
const individual = {
  name: 'Recurve men',
  contest: { kind: 'individual', category: 'RM' },
  dnfKeepsRank: true,
  elimination: { ...final, formatId: 'set-individual' },
};
const team = {
  name: 'Recurve men teams',
  contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 1 },
  dnfKeepsRank: true,
  elimination: { ...final, formatId: 'set-team' },
};
/** Seeds 1 and 2 are of the two clubs. */
const archers = [
  ['Adi Nugroho', 'Elang', '1A', ['10', '10', '10']],
  ['Bayu Wirawan', 'Garuda', '1B', ['10', '10', '9']],
  ['Citra Lestari', 'Elang', '1C', ['10', '9', '9']],
  ['Dewi Anggraini', 'Garuda', '1D', ['9', '9', '9']],
  ['Eko Prasetyo', 'Elang', '2A', ['9', '9', '8']],
  ['Fajar Hidayat', 'Garuda', '2B', ['8', '8', '8']],
] as const;

export interface MatchVenue {
  readonly competition: string;
  /** Where the tablet of the target joins. */
  readonly joinPath: string;
  /** Under the competition's address. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** One side's end or shoot-off, as the desk or another device writes it. */
  shoot(
    event: string,
    side: 'a' | 'b',
    part: 'end' | 'shootOff',
    number: number,
    ...arrows: string[]
  ): Promise<unknown>;
}

async function setUp(desk: DeskClient, ask: MatchVenue['ask'], competition: string): Promise<void> {
  await ask('PUT', '/rounds/three', round);
  await ask('PUT', '/categories/RM', { name: 'Recurve men', roundId: 'three' });
  const lines = archers.map(([name, club, target]) => `${name},${club},RM,${target}`);
  await desk.importCsv(competition, ['name,club,category,target', ...lines].join('\n'));
  for (const [index, [, , , arrows]] of archers.entries())
    await ask('POST', `/entries/${index + 1}/scorecard/arrows`, { end: 1, first: 0, arrows });
  for (const [id, setup, at] of [
    ['RM', individual, '2026-05-02T13:30'],
    ['RM-team', team, '2026-05-02T14:00'],
  ] as const) {
    await ask('PUT', `/events/${id}`, setup);
    await ask('POST', `/events/${id}/draw`, {});
    await ask('PUT', `/events/${id}/schedule`, { slots: [{ match: '1/1', at, butts: { a: 1, b: 1 } }] });
  }
}

export async function openMatchVenue({ origin, ready }: RunningAppliance): Promise<MatchVenue> {
  return drawMatches(await openDesk(origin, ready.deskCode, 'a long enough password'));
}

/** A competition of its own each time. */
export async function drawMatches(desk: DeskClient): Promise<MatchVenue> {
  const { id } = await desk.createCompetition({
    ...{ name: 'Piala Uji', venue: 'Senayan', from: '2026-05-01', to: '2026-05-02' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  const ask: MatchVenue['ask'] = (method, path, body) => desk.request(method, `/api/competitions/${id}${path}`, body);
  await setUp(desk, ask, id);
  const target = (await desk.targets(id)).find(({ butt }) => butt === 1);
  return {
    competition: id,
    joinPath: target?.joinPath ?? assert.fail('target 1'),
    ask,
    shoot: (event, side, part, number, ...arrows) =>
      ask('POST', `/events/${event}/matches/1-1/arrows`, { side, part, number, first: 0, arrows }),
  };
}
