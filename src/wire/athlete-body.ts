// One athlete's sheet ⇄ proto/live.proto.
import type { AthleteSheet } from '../domain/card/athlete-sheet.ts';
import type { tenring } from './gen/live.js';
import { bytesToHits, hitsToBytes } from './hits.ts';
import { archersToWire, wireToArchers } from './sheet-body.ts';
import { count, list, text } from './wire-fields.ts';

type WireAthlete = tenring.live.AthleteSheet.$Properties;
const none = new Uint8Array();

export function athleteToWire({ competitionName, categoryName, ranks, hits, ...archers }: AthleteSheet): WireAthlete {
  return {
    competitionName,
    categoryName,
    ranks: [...ranks],
    hits: hits.map((each) => ({ end: each.end, hits: hitsToBytes(each.hits) })),
    ...archersToWire(archers),
  };
}

/** Throws MalformedError. */
export function wireToAthlete(wire: WireAthlete): AthleteSheet {
  return {
    competitionName: text(wire.competitionName),
    categoryName: text(wire.categoryName),
    ranks: list(wire.ranks).map(({ end, rank, of }) => ({ end: count(end), rank: count(rank), of: count(of) })),
    hits: list(wire.hits).map(({ end, hits }) => ({ end: count(end), hits: bytesToHits(hits ?? none) })),
    ...wireToArchers(wire),
  };
}
