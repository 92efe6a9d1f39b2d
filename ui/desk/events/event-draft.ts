// An event as its form has it: texts only, so that a draft survives a reload. Pure: between the form and what the interface takes.
import { type ChartSize, chartSizes, smallestChart } from '../../../src/domain/draw/bracket.ts';
import type { Contest, Elimination, TeamPart } from '../../../src/domain/event/event.ts';
import { findMatchFormat, type MatchFormat, matchFormatsOf } from '../../../src/domain/match/match-format.ts';
import type { Face } from '../../../src/domain/rounds/faces.ts';
import type { EventView } from '../../../src/wire/api-events.ts';

export type Setup = Pick<EventView, 'id' | 'name' | 'contest' | 'elimination' | 'dnfKeepsRank'>;

/** `parts` is JSON; `yes` or empty for what is on or off; `system` is empty for an event that is ranked only. */
export type EventDraft = Readonly<Record<keyof typeof emptyDraft, string>>;

export const emptyDraft = {
  id: '',
  name: '',
  kind: 'individual',
  category: '',
  parts: '[]',
  teamsOf: 'club',
  teamsEach: '1',
  dnfKeepsRank: 'yes',
  system: 'bracket',
  qualifiers: '8',
  chart: '8',
  placesShot: '4',
  pools: '2',
  advance: '2',
  formatId: 'set-individual',
  finalsFormatId: '',
  faceId: '122',
  losers: 'byPhase',
  whenLevel: 'firstEnd',
};

export const contestKinds = ['individual', 'team', 'mixed'] as const satisfies readonly Contest['kind'][];
export const systems = ['bracket', 'doubleElimination', 'roundRobin', 'pools', ''] as const;
export const placesToShoot = ['2', '4', '8', '16'] as const;

export function draftOf({ id, name, contest, elimination, dnfKeepsRank }: Setup): EventDraft {
  const known = { ...emptyDraft, id, name, kind: contest.kind, dnfKeepsRank: dnfKeepsRank ? 'yes' : '' };
  const ofContest =
    contest.kind === 'individual'
      ? { category: contest.category }
      : { parts: JSON.stringify(contest.parts), teamsOf: contest.teamsOf, teamsEach: String(contest.teamsEach) };
  if (!elimination) return { ...known, ...ofContest, system: '' };
  const { system, qualifiers, formatId, finalsFormatId = '', faceId, losers, whenLevel } = elimination;
  return {
    ...known,
    ...ofContest,
    ...{ system, qualifiers: String(qualifiers), formatId, finalsFormatId, faceId, losers, whenLevel },
    chart: String(system === 'bracket' ? elimination.chart : smallestChart(qualifiers)),
    ...('placesShot' in elimination ? { placesShot: String(elimination.placesShot) } : {}),
    ...(system === 'pools' ? { pools: String(elimination.pools), advance: String(elimination.advance) } : {}),
  };
}

/** Damaged drafts of another version have none. */
export function partsOf({ parts }: Pick<EventDraft, 'parts'>): readonly TeamPart[] {
  try {
    const found: unknown = JSON.parse(parts);
    return Array.isArray(found) ? found.filter(isPart) : [];
  } catch {
    return [];
  }
}

function isPart(part: unknown): part is TeamPart {
  if (typeof part !== 'object' || part === null || !('categories' in part) || !('archers' in part)) return false;
  return Array.isArray(part.categories) && typeof part.archers === 'number';
}

function contestOf(draft: EventDraft): Contest {
  const { kind, category, teamsOf, teamsEach } = draft;
  if (kind !== 'team' && kind !== 'mixed') return { kind: 'individual', category };
  return {
    kind,
    parts: partsOf(draft),
    teamsOf: teamsOf === 'country' ? 'country' : 'club',
    teamsEach: Number(teamsEach),
  };
}

function chartOf({ chart, qualifiers }: EventDraft): ChartSize {
  return chartSizes.find((size) => String(size) === chart) ?? smallestChart(Number(qualifiers));
}

function eliminationOf(draft: EventDraft, ownFaces: readonly Face[]): Elimination | null {
  const { qualifiers, formatId, finalsFormatId, faceId, placesShot, pools, advance } = draft;
  const own = ownFaces.find(({ id }) => id === faceId);
  const common = {
    ...{ qualifiers: Number(qualifiers), formatId, faceId },
    ...(finalsFormatId === '' ? {} : { finalsFormatId }),
    ...(own ? { face: own } : {}),
    losers: draft.losers === 'byAverage' ? 'byAverage' : 'byPhase',
    whenLevel: draft.whenLevel === 'previousEnd' ? 'previousEnd' : 'firstEnd',
  } as const;
  switch (draft.system) {
    case 'bracket':
      return { system: 'bracket', ...common, chart: chartOf(draft), placesShot: Number(placesShot) };
    case 'pools':
      return {
        ...{ system: 'pools', ...common, pools: Number(pools) },
        ...{ advance: Number(advance), placesShot: Number(placesShot) },
      };
    case 'doubleElimination':
    case 'roundRobin':
      return { system: draft.system, ...common };
    default:
      return null;
  }
}

/** What PUT takes; what cannot be is the appliance's to say. */
export function bodyOf(draft: EventDraft, ownFaces: readonly Face[]) {
  return {
    name: draft.name,
    contest: contestOf(draft),
    dnfKeepsRank: draft.dnfKeepsRank !== '',
    elimination: eliminationOf(draft, ownFaces),
  };
}

/** Archers of one side. */
export function archersIn(draft: EventDraft): number {
  return draft.kind === 'individual' ? 1 : partsOf(draft).reduce((sum, { archers }) => sum + archers, 0);
}

/** Formats that so many archers can shoot. */
export function formatsFor(ruleSetId: string, draft: EventDraft): readonly MatchFormat[] {
  const isTeam = draft.kind !== 'individual';
  return matchFormatsOf(ruleSetId).filter(
    ({ kind, archers }) => (kind !== 'individual') === isTeam && archers === archersIn(draft),
  );
}

/** With a format that fits, and a chart that takes all qualifiers, after another kind of event or another number was chosen. */
export function fitted(ruleSetId: string, draft: EventDraft): EventDraft {
  const formats = formatsFor(ruleSetId, draft);
  const before = findMatchFormat(ruleSetId, draft.formatId);
  const sameSystem = formats.find(({ system }) => system === before?.system);
  const formatId = formats.some(({ id }) => id === draft.formatId)
    ? draft.formatId
    : ((sameSystem ?? formats[0])?.id ?? draft.formatId);
  const finalsFormatId = formats.some(({ id }) => id === draft.finalsFormatId) ? draft.finalsFormatId : '';
  const qualifiers = Number(draft.qualifiers);
  const chart = qualifiers > chartOf(draft) ? String(smallestChart(qualifiers)) : draft.chart;
  return { ...draft, formatId, finalsFormatId, chart };
}
