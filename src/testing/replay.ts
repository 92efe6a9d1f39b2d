// Replays cards of a real competition as its tablets might have sent them on a bad day: whole ends and single arrows, doubled, delayed and
// out of order. The plan is pure; whoever replays hands in the way to the appliance.
import assert from 'node:assert/strict';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { End } from '../domain/card/scorecard.ts';
import type { CreateCompetition, ImportEntries, NewEntry, ScoreArrows } from '../domain/commands.ts';
import { createRandom, type Random } from '../simulator/random.ts';

export interface RealCard {
  readonly day: string;
  readonly bale: string;
  readonly letter: string;
  readonly ends: readonly End[];
}

export interface ReplayPlan {
  readonly creation: CreateCompetition;
  readonly entries: ImportEntries;
  readonly butts: readonly number[];
  /** By entry number: what must stand on each card in the end. */
  readonly cards: ReadonlyMap<number, readonly End[]>;
}

const letters = 'ABCDE';

/** Archers who shared a bale stay together, at most five to a butt; a letter that is taken there becomes the next free one. */
function placeCards(cards: readonly RealCard[]): readonly { readonly butt: number; readonly letter: string }[] {
  const butts: { readonly bale: string; readonly taken: Set<string> }[] = [];
  return cards.map(({ bale, letter }) => {
    let butt = butts.findIndex(
      ({ bale: theirs, taken }) => theirs === bale && taken.size < letters.length && !taken.has(letter),
    );
    if (butt < 0) butt = butts.push({ bale, taken: new Set() }) - 1;
    const taken = butts[butt]?.taken ?? new Set();
    const free = [letter, ...letters].find((each) => each !== '' && letters.includes(each) && !taken.has(each));
    assert.ok(free);
    taken.add(free);
    return { butt: butt + 1, letter: free };
  });
}

export function planReplay(name: string, cards: readonly RealCard[]): ReplayPlan {
  const day = cards[0]?.day ?? '';
  const places = placeCards(cards);
  const entries: NewEntry[] = cards.map((_, index) => ({
    name: `Pupil ${index + 1}`,
    club: '',
    category: 'SCHOOL',
    target: places[index],
  }));
  const categories = [{ code: 'SCHOOL', name: 'School', roundId: 'school-300' }];
  return {
    creation: {
      kind: 'createCompetition',
      name,
      venue: '',
      from: day,
      to: day,
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    },
    entries: { kind: 'importEntries', categories, entries },
    butts: [...new Set(places.map(({ butt }) => butt))],
    cards: new Map(cards.map(({ ends }, index) => [index + 1, ends])),
  };
}

export interface ReplayedCommand {
  readonly commandId: string;
  readonly butt: number;
  readonly command: ScoreArrows;
}

export interface BadDay {
  readonly seed: number;
  /** Share of the ends that are sent arrow by arrow. */
  readonly singly: number;
  /** Share of the commands that come a second time, and of those that come a third. */
  readonly doubled: number;
  /** How many others may overtake a command. */
  readonly delay: number;
}

/** Runs of boxes that hold an arrow: a blank box is not sent. */
function runsOf(end: End): readonly { readonly first: number; readonly arrows: readonly ArrowValue[] }[] {
  const runs: { first: number; arrows: ArrowValue[] }[] = [];
  for (const [box, arrow] of end.entries()) {
    if (arrow === null) continue;
    const last = runs.at(-1);
    if (last && last.first + last.arrows.length === box) last.arrows.push(arrow);
    else runs.push({ first: box, arrows: [arrow] });
  }
  return runs;
}

function hex(random: Random): string {
  return Array.from({ length: 8 }, () =>
    random
      .integer(2 ** 16)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
}

/** Every arrow of every card, in the order in which the field would shoot (end by end). */
export function commandsOf(
  plan: Pick<ReplayPlan, 'entries' | 'cards'>,
  { seed, singly }: Pick<BadDay, 'seed' | 'singly'>,
): readonly ReplayedCommand[] {
  const random = createRandom(seed, 1);
  const commands: ReplayedCommand[] = [];
  const most = Math.max(0, ...[...plan.cards.values()].map((ends) => ends.length));
  for (let end = 1; end <= most; end += 1) {
    for (const [entry, ends] of plan.cards) {
      const butt = plan.entries.entries[entry - 1]?.target?.butt ?? 0;
      for (const { first, arrows } of runsOf(ends[end - 1] ?? [])) {
        const parts =
          random.next() < singly
            ? arrows.map((arrow, offset) => ({ first: first + offset, arrows: [arrow] }))
            : [{ first, arrows }];
        for (const part of parts)
          commands.push({ commandId: hex(random), butt, command: { kind: 'scoreArrows', entry, end, ...part } });
      }
    }
  }
  return commands;
}

/** The same commands as they arrive: some of them again, and each behind up to `delay` of those sent after it. */
export function disturb(
  commands: readonly ReplayedCommand[],
  { seed, doubled, delay }: BadDay,
): readonly ReplayedCommand[] {
  const random = createRandom(seed, 2);
  const arrivals = commands.flatMap((command, index) => {
    const at = [index + random.next() * delay];
    while (random.next() < doubled) at.push(index + random.next() * delay * 3);
    return at.map((time) => ({ command, time }));
  });
  return arrivals.sort((a, b) => a.time - b.time).map(({ command }) => command);
}

export type ReplayAnswer = 'saved' | 'unanswered' | { readonly rejected: string };

export interface ReplayCount {
  readonly sent: number;
  /** Ids that were answered with saved at least once. */
  readonly saved: ReadonlySet<string>;
  /** How often an answer said that it was too early. */
  readonly tooEarly: number;
}

/**
 * Sends everything, `together` at a time, and what came too early again behind the rest, until all is saved. Any rejection but
 * endOutOfOrder is a mistake of the appliance: the commands are all right.
 */
export async function replay(
  arrivals: readonly ReplayedCommand[],
  send: (command: ReplayedCommand) => Promise<ReplayAnswer>,
  together = 40,
): Promise<ReplayCount> {
  const saved = new Set<string>();
  let [sent, tooEarly] = [0, 0];
  let queue = [...arrivals];
  while (queue.length > 0) {
    const batch = queue.slice(0, together);
    const rest = queue.slice(together);
    const answers = await Promise.all(batch.map(send));
    sent += batch.length;
    for (const [index, command] of batch.entries()) {
      const answer = answers[index];
      if (answer === 'saved') saved.add(command.commandId);
      else if (typeof answer === 'object' && answer.rejected === 'endOutOfOrder') {
        tooEarly += 1;
        rest.push(command);
      } else assert.fail(`${JSON.stringify(command)} was answered with ${JSON.stringify(answer)}`);
    }
    assert.ok(sent < arrivals.length * 50, 'what came too early is never in time');
    queue = rest;
  }
  return { sent, saved, tooEarly };
}
