// Competitions for looking at boards in all that they can come to: a real indoor ranking with a bracket of 128 and another of 64, long names
// of many languages, finals shot to their medals, nothing shot yet, and as many archers as an appliance is promised for.
import { findRound } from '../domain/rounds/rounds.ts';
import { categoryFromCode } from '../domain/setup/categories.ts';
import { createRandom } from '../simulator/random.ts';
import { type BoardVenue, openBoardVenue, shootMatch } from './board-scenes.ts';
import type { DeskClient } from './desk-client.ts';
import { endsForScore } from './ends-for-score.ts';
import { readPublishedLists } from './published-list.ts';

const names = [
  'Muhammad Rizky Pratama Putra',
  'Nguyễn Thị Ánh Nguyệt',
  'Stanisława Brzęczyszczykiewicz-Wójcik',
  'Đỗ Hoàng Phương Uyên',
  'Siti Nurhaliza Kusumawardhani',
  'Łukasz Szczęsny',
  'Bo Li',
  'Jean-Baptiste de la Rochefoucauld',
];
const clubs = [
  'Perkumpulan Panahan Elang Jaya Banyumas',
  'Klub Łuczniczy Społem Łódź',
  'Trung tâm Thể thao Đà Nẵng',
  'Garuda',
  'Compagnie d’Arc de Saint-Quentin-en-Yvelines',
];

const nameOf = (index: number) => `${names[index % names.length]} ${index + 1}`;
const clubOf = (index: number) => clubs[index % clubs.length] ?? '';

/** `work` for each, some at a time. */
async function forEach<T>(items: readonly T[], work: (item: T, index: number) => Promise<unknown>): Promise<void> {
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

const days = { from: '2026-05-01', to: '2026-05-02' };

async function create(desk: DeskClient, name: string, discipline: 'indoor' | 'outdoor'): Promise<string> {
  const { id } = await desk.createCompetition({ name, venue: '', ...days, discipline, ruleSetId: 'wa-2026' });
  return id;
}

const brackets = { RM: 128, RW: 64 } as const;

/** The 134 recurve men and 100 women of a real championship, every end as it may have been; a bracket of each, the men's begun. */
async function openRanking(desk: DeskClient): Promise<string> {
  const lists = readPublishedLists('ranking_indoor_AGBNI17.csv', 'category');
  const archers = Object.keys(brackets).flatMap((code) =>
    (lists.get(code)?.rows ?? []).map((row) => ({ ...row, code, roundId: categoryFromCode(code, 'indoor')?.roundId })),
  );
  const id = await create(desk, 'All Britain and Northern Ireland Indoor Championships', 'indoor');
  const lines = archers.map(({ code }, index) => `${nameOf(index)},${clubOf(index)},${code}`);
  await desk.importCsv(id, `name,club,category\n${lines.join('\n')}\n`);
  await forEach(archers, async ({ roundId = '', ...score }, index) => {
    const round = findRound(roundId);
    if (!round) throw new Error(`The catalogue has no round ${roundId}`);
    for (const [end, arrows] of endsForScore(round, score, createRandom(17, index)).entries())
      await desk.request('POST', `/api/competitions/${id}/entries/${index + 1}/scorecard/arrows`, {
        ...{ end: end + 1, first: 0, arrows },
      });
  });
  for (const [category, chart] of Object.entries(brackets)) {
    const event = `/api/competitions/${id}/events/${category}`;
    await desk.request('PUT', event, {
      ...{ name: `Recurve ${category === 'RM' ? 'Men' : 'Women'}`, contest: { kind: 'individual', category } },
      dnfKeepsRank: true,
      elimination: {
        ...{ system: 'bracket', qualifiers: chart, chart, placesShot: 4, formatId: 'set-individual' },
        ...{ faceId: '40-triple', losers: 'byPhase', whenLevel: 'firstEnd' },
      },
    });
    await desk.request('POST', `${event}/draw`, {});
    const first = Math.log2(chart);
    const slots = Array.from({ length: chart / 2 }, (_, index) => ({
      ...{ match: `${first}/${index + 1}`, at: `2026-05-02T${category === 'RM' ? '09:00' : '11:30'}` },
      butts: { a: index + 1, b: index + 1 },
    }));
    await desk.request('PUT', `${event}/schedule`, { slots });
  }
  for (const number of [1, 2, 5, 30]) await shootMatch(desk, id, `7-${number}`, 'a', number === 2 ? 2 : 3);
  return id;
}

/** One club with more archers than a screen has lines, in three categories, with one end shot. */
async function openClub(desk: DeskClient): Promise<string> {
  const id = await create(desk, 'Kejuaraan Klub Terbuka', 'outdoor');
  const lines = Array.from(
    { length: 60 },
    (_, index) => `${nameOf(index)},${clubOf(0)},${['RM', 'RW', 'CM'][index % 3]}`,
  );
  await desk.importCsv(id, `name,club,category\n${lines.join('\n')}\n`);
  await forEach(lines, (_, index) =>
    desk.request('POST', `/api/competitions/${id}/entries/${index + 1}/scorecard/arrows`, {
      ...{ end: 1, first: 0, arrows: ['10', '9', '9', '8', '7', ['M', '5', '6'][index % 3]] },
    }),
  );
  return id;
}

const codes = ['RM', 'RW', 'CM', 'CW', 'BM', 'BW', 'RU18M', 'RU18W', 'RU21M', 'RU21W', 'R50M', 'R50W'];

/** 12,000 archers, 94 at each of 128 butts over the day. */
async function openLargest(desk: DeskClient): Promise<string> {
  const id = await create(desk, 'The Largest of Them All', 'outdoor');
  const lines = Array.from(
    { length: 12_000 },
    (_, index) => `${nameOf(index)},${clubs[index % 5]} ${index % 300},${codes[index % codes.length]}`,
  );
  await desk.importCsv(id, `name,club,category\n${lines.join('\n')}\n`);
  return id;
}

export interface GalleryVenue {
  /** In the middle of its semi-finals. */
  readonly open: BoardVenue;
  readonly ranking: string;
  readonly club: string;
  readonly clubName: string;
  readonly largest: string;
  /** Finals shot: medals; its men are under review. */
  readonly over: BoardVenue;
}

export async function openGalleryVenue(desk: DeskClient): Promise<GalleryVenue> {
  const [open, over] = [await openBoardVenue(desk), await openBoardVenue(desk)];
  const firstRound = ['3-1', '3-2', '3-3', '3-4'];
  for (const { id } of [open, over])
    for (const match of firstRound) await shootMatch(desk, id, match, match === '3-2' ? 'b' : 'a');
  await shootMatch(desk, open.id, '2-1', 'a', 2);
  for (const match of ['2-1', '2-2', '1-1', '1-2']) await shootMatch(desk, over.id, match, 'a');
  await desk.request('PUT', `/api/competitions/${over.id}/categories/RM/frozen`, { by: 'Sari', reason: '' });
  for (const [index, text] of [
    'Lunch until 13:30',
    'Makan siang sampai pukul 13.30, babak eliminasi mulai pukul 14.00',
  ].entries())
    await desk.request('PUT', `/api/competitions/${open.id}/announcements/note${index}`, { text, place: 'everywhere' });
  return {
    ...{ open, over, ranking: await openRanking(desk), club: await openClub(desk), clubName: clubOf(0) },
    largest: await openLargest(desk),
  };
}
