// A competition for looking at boards: long names, clubs of forty letters, three ends shot, a bracket in the middle of its semi-finals.
import type { DeskClient } from './desk-client.ts';

const clubs = [
  'Perkumpulan Panahan Elang Jaya Banyumas',
  'Archery Association of Hong Kong, China',
  'Garuda',
  'Compagnie d’Arc de Saint-Quentin-en-Yvelines',
  'Riverside',
];

const names = [
  'Muhammad Rizky Pratama Putra',
  'Siti Nurhaliza Kusumawardhani-Hadiningrat',
  'Adi',
  'Jean-Baptiste de la Rochefoucauld',
  'Dewi Lestari',
  'Bartholomew Featherstonehaugh-Cholmondeley III',
  'Putu',
  'Wong Ka-man',
  'Raka Wijaya',
  'Ana',
  'Ni Luh Putu Ayu Saraswati',
  'Bo',
];

/** From a number, always the same. */
function chance(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 2_246_822_519) ^ Math.imul(seed, 3_266_489_917);
  return ((mixed >>> 0) % 1_000) / 1_000;
}

const values = ['X', '10', '9', '9', '8', '8', '7', '6', '5', 'M'];
const arrowsOf = (seed: number, count: number) =>
  Array.from(
    { length: count },
    (_, box) => values[Math.floor(chance(seed * 31 + box * 7 + 1) ** 1.4 * values.length)] ?? '9',
  );

export interface BoardVenue {
  readonly id: string;
  /** Of the first in the entry list. */
  readonly entry: number;
  readonly club: string;
}

const archers = 24;
const ends = 3;

/** Categories RM, of 24, and RW, of 4; event RM with eight in its bracket. */
export async function openBoardVenue(desk: DeskClient): Promise<BoardVenue> {
  const days = { from: '2026-05-01', to: '2026-05-02' };
  const { id } = await desk.createCompetition({
    ...{
      name: 'Kejuaraan Panahan Terbuka Nusantara 2026',
      venue: 'Gelora',
      ...days,
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    },
  });
  const lines = Array.from({ length: archers }, (_, index) => {
    const name = names[index % names.length] ?? '';
    return `"${index < names.length ? name : `${name} ${index}`}","${clubs[index % clubs.length]}",RM`;
  });
  const women = ['Rina', 'Maya', 'Lilis', 'Tuti'].map((name, index) => `"${name}","${clubs[index]}",RW`);
  await desk.importCsv(id, `name,club,category\n${[...lines, ...women].join('\n')}\n`);
  const api = `/api/competitions/${id}`;
  await desk.request('PUT', `${api}/rounds/three-ends`, {
    ...{ name: 'Three ends, 70 m', discipline: 'outdoor' },
    distances: [{ metres: 70, faceId: '122', ends, arrowsPerEnd: 6 }],
  });
  for (const [code, name] of [
    ['RM', 'Recurve Men'],
    ['RW', 'Recurve Women'],
  ])
    await desk.request('PUT', `${api}/categories/${code}`, { name, roundId: 'three-ends' });
  for (let end = 1; end <= ends; end += 1) {
    for (let entry = 1; entry <= archers; entry += 1)
      await desk.request('POST', `${api}/entries/${entry}/scorecard/arrows`, {
        end,
        first: 0,
        arrows: arrowsOf(entry * 10 + end, 6),
      });
  }
  await desk.request('PUT', `${api}/events/RM`, {
    ...{ name: 'Recurve Men', contest: { kind: 'individual', category: 'RM' }, dnfKeepsRank: true },
    elimination: {
      ...{ system: 'bracket', qualifiers: 8, chart: 8, placesShot: 4, formatId: 'set-individual', faceId: '122' },
      ...{ losers: 'byPhase', whenLevel: 'firstEnd' },
    },
  });
  await desk.request('POST', `${api}/events/RM/draw`, {});
  return { id, entry: 1, club: clubs[0] ?? '' };
}

/** One side wins every set of a match, or as many as are asked for. */
export async function shootMatch(
  desk: DeskClient,
  id: string,
  match: string,
  winner: 'a' | 'b',
  sets = 3,
): Promise<void> {
  for (let number = 1; number <= sets; number += 1) {
    for (const side of ['a', 'b'] as const) {
      const arrows = side === winner ? ['10', '10', '9'] : ['9', '8', '8'];
      const path = `/api/competitions/${id}/events/RM/matches/${match}/arrows`;
      await desk.request('POST', path, { side, part: 'end', number, first: 0, arrows });
    }
  }
}
