// The competition of a load test, made and joined as a desk and its tablets do it, and deleted when the test is over.
import { planCompetition } from '../simulator/competition-plan.ts';
import { arrowsPerEnd, type LoadTablet } from '../simulator/load/load-tablets.ts';
import type { LoadPlace } from '../simulator/load/open-load.ts';
import { type LoadShape, mostEndsOfOne } from '../simulator/load/plan-ends.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { NewEntries } from '../wire/api-entries.ts';
import type { Joined, TargetView } from '../wire/api-targets.ts';
import { createCommandId } from '../wire/command-id.ts';
import { type ApplianceClient, RefusedError } from './appliance-client.ts';

export interface LoadCompetition extends Omit<LoadPlace, 'realtimeOrigin'> {
  readonly name: string;
}

const roundId = 'load-test';
/** A round that is usual; longer ones where more is sent. */
const usualEnds = 12;
const [endsPerDistance, mostDistances] = [60, 20];
export const mostEnds = endsPerDistance * mostDistances;
const joinedAtOnce = 8;

function roundFor(wanted: number) {
  const distances = Array.from({ length: Math.ceil(wanted / endsPerDistance) }, (_, index) => ({
    ...{ metres: 70, faceId: '122', arrowsPerEnd },
    ends: Math.min(endsPerDistance, wanted - index * endsPerDistance),
  }));
  return { name: 'Load test', discipline: 'outdoor', distances };
}

function entriesFor(shape: LoadShape, name: string, day: string): NewEntries {
  const { tablets, archersPerTablet, seed } = shape;
  const field = { archers: tablets * archersPerTablet, archersPerButt: archersPerTablet };
  const { entries } = planCompetition({ ...field, seed, name, venue: '', day });
  return {
    categories: entries.categories.map(({ code, name: title }) => ({ code, name: title, roundId })),
    entries: entries.entries.flatMap(({ name: athlete, club, category, target }) =>
      target ? [{ name: athlete, club, category, target: `${target.butt}${target.letter}` }] : [],
    ),
  };
}

async function ask<T>(client: ApplianceClient, ...[method, path, body]: ['GET' | 'POST' | 'PUT', string, unknown?]) {
  const json = method === 'GET' ? {} : { json: JSON.stringify(body ?? {}), commandId: createCommandId() };
  return JSON.parse(await client.ask(method, path, json)) as T;
}

async function join(client: ApplianceClient, path: string, { butt, archers }: TargetView): Promise<LoadTablet> {
  const { code } = await ask<{ code: string }>(client, 'POST', `${path}/targets/${butt}/join-code`);
  const joined = await ask<Joined>(client, 'POST', '/api/join', { code, label: `Load test ${butt}` });
  const { competition, device, token } = joined;
  return { credentials: { competition, device, token }, butt, entries: archers.map(({ entry }) => entry) };
}

/** Its name and id, so that it can be deleted whatever happens next. */
export function makeCompetition(client: ApplianceClient, name: string, day: string): Promise<CompetitionView> {
  const asked = { name, venue: '', from: day, to: day, discipline: 'outdoor', ruleSetId: 'wa-2026' };
  return ask(client, 'POST', '/api/competitions', asked);
}

export async function fillCompetition(
  client: ApplianceClient,
  { id, name, from }: CompetitionView,
  shape: LoadShape,
  leastEnds = usualEnds,
): Promise<LoadCompetition> {
  const path = `/api/competitions/${encodeURIComponent(id)}`;
  await ask(client, 'PUT', `${path}/rounds/${roundId}`, roundFor(Math.max(leastEnds, mostEndsOfOne(shape))));
  const entries = entriesFor(shape, name, from);
  await ask(client, 'POST', `${path}/entries`, entries);
  const targets = await ask<TargetView[]>(client, 'GET', `${path}/targets`);
  const tablets: LoadTablet[] = [];
  for (let first = 0; first < targets.length; first += joinedAtOnce) {
    const some = targets.slice(first, first + joinedAtOnce);
    tablets.push(...(await Promise.all(some.map((target) => join(client, path, target)))));
  }
  return { name, competition: id, categories: entries.categories.map(({ code }) => code), tablets };
}

/** Where nodes share a Redis nothing can be deleted: it is archived then. True when it is gone. */
export async function removeCompetition(client: ApplianceClient, { id, name }: CompetitionView): Promise<boolean> {
  const path = `/api/competitions/${encodeURIComponent(id)}`;
  try {
    await client.ask('DELETE', path, { json: JSON.stringify({ name }) });
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError) || error.error.code !== 'sharedRedis') throw error;
    await client.ask('PUT', `${path}/closed`, { json: '{}' });
    return false;
  }
}
