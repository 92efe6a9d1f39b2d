// An event's set-up ⇄ its message in proto/fact.proto.

import { chartSizes } from '../domain/draw/bracket.ts';
import type { LoserPlacing } from '../domain/draw/draw.ts';
import type { Contest, Elimination, EventSetup } from '../domain/event/event.ts';
import type { LevelRule } from '../domain/match/alternate-shooting.ts';
import type { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import { faceToWire, wireToFace } from './round-record.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WireSetup = tenring.journal.EventSetup.$Properties;
type WireTeams = tenring.journal.TeamContest.$Properties;
type WireElimination = tenring.journal.Elimination.$Properties;
type TeamContest = Exclude<Contest, { readonly kind: 'individual' }>;

const teamsOfWords: Words<TeamContest['teamsOf']> = { club: true, country: true };
const loserWords: Words<LoserPlacing> = { byPhase: true, byAverage: true };
const levelWords: Words<LevelRule> = { firstEnd: true, previousEnd: true };

function contestToWire(contest: Contest): Pick<WireSetup, 'individual' | 'team' | 'mixed'> {
  if (contest.kind === 'individual') return { individual: contest.category };
  const { kind, teamsOf, teamsEach } = contest;
  const parts = contest.parts.map(({ categories, archers }) => ({ categories: [...categories], archers }));
  return { [kind]: { parts, teamsOf, teamsEach } };
}

function wireToTeams(kind: TeamContest['kind'], { parts, teamsOf, teamsEach }: WireTeams): TeamContest {
  return {
    kind,
    parts: list(parts).map(({ categories, archers }) => ({ categories: list(categories), archers: count(archers) })),
    teamsOf: wordOf(teamsOfWords, teamsOf),
    teamsEach: count(teamsEach),
  };
}

function wireToContest({ individual, team, mixed }: WireSetup): Contest {
  if (team) return wireToTeams('team', team);
  if (mixed) return wireToTeams('mixed', mixed);
  if (typeof individual === 'string') return { kind: 'individual', category: individual };
  throw new MalformedError('an event whose contest this version does not know');
}

type WireSystem = Pick<WireElimination, 'bracket' | 'doubleElimination' | 'roundRobin' | 'pools'>;

function systemToWire(elimination: Elimination): WireSystem {
  switch (elimination.system) {
    case 'bracket':
      return { bracket: { chart: elimination.chart, placesShot: elimination.placesShot } };
    case 'doubleElimination':
      return { doubleElimination: {} };
    case 'roundRobin':
      return { roundRobin: {} };
    case 'pools': {
      const { pools, advance, placesShot } = elimination;
      return { pools: { pools, advance, placesShot } };
    }
  }
}

function eliminationToWire(elimination: Elimination): WireElimination {
  const { qualifiers, formatId, finalsFormatId, faceId, face, losers, whenLevel } = elimination;
  return {
    ...{ qualifiers, formatId, faceId, losers, whenLevel },
    ...(finalsFormatId === undefined ? {} : { finalsFormatId }),
    ...(face ? { face: faceToWire(face) } : {}),
    ...systemToWire(elimination),
  };
}

function wireToElimination(wire: WireElimination): Elimination {
  const { qualifiers, formatId, finalsFormatId, faceId, face, losers, whenLevel } = wire;
  const common = {
    qualifiers: count(qualifiers),
    formatId: text(formatId),
    faceId: text(faceId),
    losers: wordOf(loserWords, losers),
    whenLevel: wordOf(levelWords, whenLevel),
    ...present('finalsFormatId', finalsFormatId),
    ...present('face', face ? wireToFace(face) : undefined),
  };
  const { bracket, doubleElimination, roundRobin, pools } = wire;
  if (bracket) {
    const chart = chartSizes.find((size) => size === bracket.chart);
    if (chart === undefined) throw new MalformedError(`a chart for ${bracket.chart}`);
    return { ...common, system: 'bracket', chart, placesShot: count(bracket.placesShot) };
  }
  if (doubleElimination) return { ...common, system: 'doubleElimination' };
  if (roundRobin) return { ...common, system: 'roundRobin' };
  if (!pools) throw new MalformedError('an elimination of a system that this version does not know');
  const { pools: number, advance, placesShot } = pools;
  return {
    ...common,
    system: 'pools',
    pools: count(number),
    advance: count(advance),
    placesShot: count(placesShot),
  };
}

export function setupToWire({ id, name, contest, elimination, dnfKeepsRank }: EventSetup): WireSetup {
  return {
    ...{ id, name, dnfKeepsRank },
    ...contestToWire(contest),
    ...(elimination ? { elimination: eliminationToWire(elimination) } : {}),
  };
}

export function wireToSetup(wire: WireSetup | null | undefined): EventSetup {
  if (!wire) throw new MalformedError('an event without its set-up');
  return {
    id: text(wire.id),
    name: text(wire.name),
    contest: wireToContest(wire),
    elimination: wire.elimination ? wireToElimination(wire.elimination) : undefined,
    dnfKeepsRank: wire.dnfKeepsRank ?? false,
  };
}
