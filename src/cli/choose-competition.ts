// Which competition a person means: by its id, its name, or a part of its name that no other has.
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { CommandError } from './command-error.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
}

export async function listCompetitions(client: ApplianceClient): Promise<readonly CompetitionView[]> {
  return JSON.parse(await client.ask('GET', '/api/competitions'));
}

/** Rejects with CommandError. */
export async function findCompetition(client: ApplianceClient, asked: string): Promise<CompetitionView> {
  return chooseCompetition(await listCompetitions(client), asked);
}

/** Throws CommandError where none is meant, or several may be. */
export function chooseCompetition<T extends Listed>(all: readonly T[], asked: string): T {
  const byId = all.find(({ id }) => id === asked);
  if (byId) return byId;
  const wanted = asked.trim().toLowerCase();
  const named = all.filter(({ name }) => name.toLowerCase() === wanted);
  const found = named.length > 0 ? named : all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first) throw new CommandError('notFound', `"${asked}" may be ${listNames(found)}: give the id.`);
  const there = all.length > 0 ? `There is ${listNames(all)}.` : 'There is none yet.';
  throw new CommandError('notFound', `There is no competition "${asked}". ${there}`);
}

const mostNamed = 10;

function listNames(all: readonly Listed[]): string {
  const names = all.slice(0, mostNamed).map(({ id, name }) => `${name} (${id})`);
  return [...names, ...(all.length > mostNamed ? [`${all.length - mostNamed} more`] : [])].join(', ');
}
