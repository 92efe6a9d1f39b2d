// One day of the soak: a competition is made and joined, shot end after end, and its matches to the last medal. What people do besides
// (soak-bystanders.ts) goes on around it.
import type { ApplianceClient } from '../../cli/appliance-client.ts';
import { fillCompetition, makeCompetition } from '../../cli/load-competition.ts';
import type { Clock } from '../../kit/clock.ts';
import { nextDeskCommand, planMatchShots } from '../../simulator/elimination-plan.ts';
import type { LoadTablet } from '../../simulator/load/load-tablets.ts';
import { type Load, type LoadPlace, openLoad } from '../../simulator/load/open-load.ts';
import type { LoadShape } from '../../simulator/load/plan-ends.ts';
import { openSimulatedTablet, type SimulatedTablet } from '../../simulator/simulated-tablet.ts';
import type { CompetitionView } from '../../wire/api-competitions.ts';
import { askFor, exportedState } from './desk-by-rest.ts';

export interface SoakField {
  readonly tablets: number;
  readonly archersPerTablet: number;
  readonly viewers: number;
  /** Wall-clock seconds between two ends of an archer. */
  readonly endSeconds: number;
  readonly ends: number;
}

export interface SoakDay {
  readonly made: CompetitionView;
  readonly place: LoadPlace;
  readonly load: Load;
}

export interface DayParts {
  readonly client: ApplianceClient;
  readonly realtimeOrigin: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Between the butts of a match, of the time for an end of the qualification. */
const matchPauseShare = 1 / 200;

function shapeOf({ tablets, archersPerTablet, endSeconds, ends }: SoakField): LoadShape {
  const endsPerSecond = (tablets * archersPerTablet) / endSeconds;
  return { tablets, archersPerTablet, endsPerSecond, seconds: ends * endSeconds, whistleEverySeconds: 0, seed: 1 };
}

export async function openDay(number: number, field: SoakField, parts: DayParts): Promise<SoakDay> {
  const { client, realtimeOrigin, clock, signal } = parts;
  const made = await makeCompetition(client, `Soak, day ${number}`, '2026-05-02');
  const filled = await fillCompetition(client, made, shapeOf(field), field.ends);
  const place = { ...filled, realtimeOrigin };
  const load = openLoad({ ...place, viewers: field.viewers, clock });
  await load.ready(signal);
  return { made, place, load };
}

/** Rejects when the signal comes. */
export async function shootDay({ load, place }: SoakDay, field: SoakField, parts: DayParts): Promise<void> {
  await load.run(shapeOf(field), parts.signal);
  await shootMatches(place, field, parts);
}

function openMatchTablets({ tablets, realtimeOrigin }: LoadPlace, clock: Clock): Map<number, SimulatedTablet> {
  const url = `${realtimeOrigin}/scoring`;
  const open = ({ credentials, butt }: LoadTablet) => [butt, openSimulatedTablet({ url, credentials, clock })] as const;
  return new Map(tablets.map(open));
}

async function shootMatches(
  place: LoadPlace,
  { endSeconds }: SoakField,
  { client, clock, signal }: DayParts,
): Promise<void> {
  const { competition } = place;
  const now = () => exportedState(client, competition);
  for (let command = nextDeskCommand(await now(), 1); command; command = nextDeskCommand(await now(), 1))
    await askFor(client, competition, command);
  const tablets = openMatchTablets(place, clock);
  try {
    for (let shots = planMatchShots(await now(), 1); shots.length > 0; shots = planMatchShots(await now(), 1)) {
      for (const ofButt of Map.groupBy(shots, ({ butt }) => butt).values()) {
        const answers = ofButt.map(({ butt, command }) => tablets.get(butt)?.submit(command));
        for (const answer of await Promise.all(answers)) {
          if (answer?.kind === 'rejected') throw new Error(`A match's arrow was refused: ${answer.rejection.code}`);
        }
        await clock.sleep(endSeconds * 1_000 * matchPauseShare, signal);
      }
    }
  } finally {
    for (const tablet of tablets.values()) tablet.close();
  }
}
