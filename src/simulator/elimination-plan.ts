// The afternoon of an invented competition, planned (pure, from a seed): what a desk asks for until every event is drawn and has its places,
// and what the tablets type of the matches that can be shot now.
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Command, ScoringCommand } from '../domain/commands.ts';
import { type Competition, roundOfCategory } from '../domain/competition.ts';
import type { EventSetup, ShootOffRound } from '../domain/event/event.ts';
import { type PlayedMatch, playEvent, type Seat } from '../domain/event/event-play.ts';
import { proposeSchedule, whyNotSlots } from '../domain/event/schedule.ts';
import { minutesLater } from '../domain/local-time.ts';
import { type Side, sides } from '../domain/match/match.ts';
import { targetFormatId } from '../domain/match/match-format.ts';
import { type OpenTie, qualificationOf } from '../domain/ranking/qualification.ts';
import { createRandom, type Random } from './random.ts';
import { drawDispersion, shootArrow } from './skill.ts';

const judge = 'The demo’s judge';
const fewest = 4;
/** Keep these streams of chance apart from the archers', whose path has an entry's number in this place. */
const [tieStream, matchStream] = [-2, -3];

/** What the desk has to ask for next; undefined when there is nothing more to prepare. */
export function nextDeskCommand(state: Competition, seed: number): Command | undefined {
  for (const [index, category] of [...state.categories.keys()].entries()) {
    const command = prepare(state, category, createRandom(seed, tieStream, index));
    if (command) return command;
  }
  return undefined;
}

function prepare(state: Competition, category: string, random: Random): Command | undefined {
  const event = state.events.get(category);
  if (!event) {
    const setup = setupOf(state, category);
    return setup && { kind: 'setEvent', setup };
  }
  const qualification = qualificationOf(state, category);
  if (!event.setup.elimination || !qualification || qualification.unfinished.length > 0) return undefined;
  if (event.draw) return event.schedule.size === 0 ? scheduled(state, category) : undefined;
  const [tie] = qualification.openTies;
  return tie ? decided(category, tie, random) : { kind: 'drawEvent', event: category };
}

/** Undefined where there are too few for matches. */
function setupOf(state: Competition, category: string): EventSetup | undefined {
  const round = roundOfCategory(state, category);
  const faceId = round?.distances[0]?.faceId;
  const archers = [...state.entries.values()].filter((entry) => entry.category === category && entry.target);
  if (faceId === undefined || archers.length < fewest) return undefined;
  const chart = archers.length < 8 ? 4 : 8;
  return {
    id: category,
    name: state.categories.get(category)?.name ?? category,
    contest: { kind: 'individual', category },
    elimination: {
      ...{ system: 'bracket', chart, placesShot: 4, qualifiers: chart, faceId },
      formatId: targetFormatId(category.startsWith('C') ? 'cumulative' : 'set', 'individual'),
      ...{ losers: 'byPhase', whenLevel: 'firstEnd' },
    },
    dnfKeepsRank: true,
  };
}

function decided(event: string, { reason, keys }: OpenTie, random: Random): Command {
  const order = random.shuffle(keys);
  if (reason === 'CT') return { kind: 'recordToss', event, order, by: judge };
  const shots: ShootOffRound = order.map((key, index) => ({ key, arrows: ['10'], distancesMm: [8 + 11 * index] }));
  return { kind: 'recordShootOff', event, rounds: [shots], by: judge };
}

/** On the butts where the category has shot, as soon after noon as they are free. */
function scheduled(state: Competition, category: string): Command | undefined {
  const draw = state.events.get(category)?.draw;
  const butts = [...state.entries.values()].flatMap((entry) =>
    entry.category === category && entry.target ? [entry.target.butt] : [],
  );
  const firstButt = Math.min(...butts);
  for (let hour = 0; draw && hour < 10; hour += 1) {
    const slots = proposeSchedule(playEvent(state, category) ?? [], {
      ...{ start: minutesLater(`${state.from}T13:00`, hour * 60), minutesPerMatch: 20, minutesBetweenPhases: 10 },
      ...{ firstButt, butts: Math.max(...butts) - firstButt + 1, buttsPerMatch: 1 },
    });
    if (slots && slots.length > 0 && !whyNotSlots(state, category, draw, slots))
      return { kind: 'scheduleMatches', event: category, slots };
  }
  return undefined;
}

export interface PlannedShot {
  readonly butt: number;
  readonly command: ScoringCommand;
}

/** Of each event the matches whose turn it is, one end of each: arrow by arrow, the sides in turn. Empty when all are over. */
export function planMatchShots(state: Competition, seed: number): readonly PlannedShot[] {
  const shots = [...state.events.keys()].map((event, index) =>
    matchesOnTurn(playEvent(state, event) ?? []).flatMap((match) =>
      shotsOf({ state, seed }, event, match, (number) =>
        createRandom(seed, matchStream, index, ...place(match), number),
      ),
    ),
  );
  return shots.flat();
}

interface Field {
  readonly state: Competition;
  readonly seed: number;
}

/** A draw has few matches: a level and a number tell them apart. */
function place({ drawn }: PlayedMatch): readonly number[] {
  return [drawn.level, drawn.number, drawn.topPlace];
}

/** Those that can be shot, as far as they are on the butts at the same time. */
function matchesOnTurn(played: readonly PlayedMatch[]): readonly PlayedMatch[] {
  const ready = played.filter(
    ({ kind, score, slot }) => kind === 'match' && score && slot && score.status.kind !== 'over',
  );
  const first = ready.map(({ slot }) => slot?.at ?? '').sort()[0];
  return ready.filter(({ slot }) => slot?.at === first);
}

function shotsOf(
  field: Field,
  event: string,
  { drawn, seats, match, score, slot }: PlayedMatch,
  chance: (number: number) => Random,
): readonly PlannedShot[] {
  if (!match || !score || !slot || score.status.kind === 'over') return [];
  const { status } = score;
  const named = { event, match: drawn.id };
  const butt = slot.butts.a;
  if (status.kind === 'measure') {
    const closest = chance(-status.number).pick<Side>(['a', 'b']);
    return [{ butt, command: { kind: 'measureShootOff', ...named, number: status.number, closest, by: judge } }];
  }
  const isEnd = status.kind === 'end';
  const number = isEnd ? status.end : status.number;
  const written = isEnd ? match.ends[number - 1] : match.shootOffs[number - 1]?.arrows;
  const boxes = isEnd ? match.format.arrowsPerEnd : match.format.shootOffArrows;
  const shots = sides.flatMap((side) => {
    const stream = 2 * (isEnd ? number : 100 + number) + (side === 'a' ? 0 : 1);
    const arrows = shootBoxes(field, event, seats[side], boxes, chance(stream));
    return arrows.map((arrow, first) => {
      const command = {
        kind: 'scoreMatch',
        ...named,
        side,
        part: status.kind,
        number,
        first,
        arrows: [arrow],
      } as const;
      return { butt, command };
    });
  });
  return shots
    .filter(({ command: { side, first } }) => !written?.[side][first])
    .sort((x, y) => x.command.first - y.command.first);
}

/** As well as the archer shot in the qualification. */
function shootBoxes(
  { state, seed }: Field,
  category: string,
  seat: Seat,
  boxes: number,
  random: Random,
): readonly ArrowValue[] {
  const distance = roundOfCategory(state, category)?.distances[0];
  if (!distance || seat.kind !== 'competitor') return [];
  const { discipline } = state;
  const dispersionMrad = drawDispersion(category, discipline, createRandom(seed, seat.competitor.entries[0] ?? 0));
  return Array.from({ length: boxes }, () => shootArrow({ distance, discipline, dispersionMrad }, random));
}
