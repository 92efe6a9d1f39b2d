// What the appliance says and what its archive holds, fetched while it runs and nobody scores.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Sqlite from 'better-sqlite3';
import type { Competition } from '../../domain/competition.ts';
import { evolve } from '../../domain/evolve.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { leaderboardViewOf } from '../../http/views/leaderboards.ts';
import { noHash } from '../../journal/record-chain.ts';
import { systemClock } from '../../kit/clock.ts';
import { verifyFolder } from '../../verify/verify-folder.ts';
import type { Leaderboard } from '../../wire/api-leaderboards.ts';
import { bytesToFact } from '../../wire/fact-record.ts';
import { someCategory } from './field.ts';

const archiveMs = 15_000;

async function leaderboard(origin: string, competition: string, category: string): Promise<Leaderboard> {
  const path = `/api/competitions/${competition}/leaderboards/${category}`;
  const response = await fetch(origin + path);
  if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Leaderboard;
}

function readFacts(dataFolder: string, competition: string): readonly RecordedFact[] {
  const database = new Sqlite(join(dataFolder, 'tenring.db'), { readonly: true });
  try {
    return database
      .prepare<[string], { seq: number; record: Uint8Array }>(
        'SELECT seq, record FROM fact WHERE competition = ? ORDER BY seq',
      )
      .all(competition)
      .map(({ seq, record }) => bytesToFact(seq, record));
  } finally {
    database.close();
  }
}

/** Once the archive has what the appliance has. Throws when it does not come to that. */
async function archivedFacts(dataFolder: string, competition: string, seq: number): Promise<readonly RecordedFact[]> {
  for (let waitedMs = 0; waitedMs < archiveMs; waitedMs += 50) {
    const facts = readFacts(dataFolder, competition);
    if (facts.length >= seq) return facts;
    await systemClock.sleep(50);
  }
  throw new Error(`The archive does not get to fact ${seq} of ${competition}`);
}

function fold(facts: readonly RecordedFact[]): Competition | undefined {
  let state: Competition | undefined;
  for (const recorded of facts) state = evolve(state, recorded.fact, recorded);
  return state;
}

export interface Evidence {
  readonly facts: readonly RecordedFact[];
  /** Leaderboards that are not what the archived facts give. */
  readonly different: readonly string[];
  /** What `tenring verify` says of all competitions: numbers, hash chain, archive against journal. */
  readonly flaws: readonly string[];
}

async function verify(dataFolder: string): Promise<readonly string[]> {
  const { competitions, flaws, notLookedAt } = await verifyFolder(dataFolder);
  const found = [...flaws, ...competitions.flatMap(({ flaw }) => flaw ?? [])].map(({ why }) => why);
  return notLookedAt === undefined ? found : [...found, notLookedAt];
}

export async function gatherEvidence(origin: string, dataFolder: string, competition: string): Promise<Evidence> {
  const { position } = await leaderboard(origin, competition, someCategory);
  const facts = await archivedFacts(dataFolder, competition, position.seq);
  const state = fold(facts);
  if (!state) throw new Error(`${competition} is not in the archive`);
  const different: string[] = [];
  for (const category of state.categories.keys()) {
    const told = await leaderboard(origin, competition, category);
    const own = leaderboardViewOf({ id: competition, at: told.position, state, head: noHash }, category);
    // By way of JSON, as the other one.
    if (!isDeepStrictEqual(told, JSON.parse(JSON.stringify(own)))) different.push(category);
    if (told.position.seq !== facts.length) different.push(`${category} at ${told.position.seq} of ${facts.length}`);
  }
  return { facts, different, flaws: await verify(dataFolder) };
}
