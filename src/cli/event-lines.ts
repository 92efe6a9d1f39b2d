// Competitions as lines for a terminal.
import type { CompetitionView } from '../wire/api-competitions.ts';
import { bold, plain } from './output.ts';
import { renderTable } from './table.ts';

export function isShown({ isClosed }: Pick<CompetitionView, 'isClosed'>, withArchived: boolean): boolean {
  return withArchived || !isClosed;
}

/** `today` as yyyy-mm-dd. */
export function stateOf(
  { isClosed, from, to }: Pick<CompetitionView, 'isClosed' | 'from' | 'to'>,
  today: string,
): string {
  if (isClosed) return 'archived';
  if (today < from) return 'coming';
  return today > to ? 'over' : 'today';
}

export function competitionTable(all: readonly CompetitionView[], today: string): readonly string[] {
  if (all.length === 0) return ['No competition yet: make one at the desk, or with tenring events new.'];
  const columns = [
    { title: 'Name' },
    { title: 'Id' },
    { title: 'From' },
    { title: 'To' },
    { title: 'Venue' },
    { title: 'Archers', align: 'right' },
    { title: 'State' },
  ] as const;
  const inOrder = all.toSorted((a, b) => a.from.localeCompare(b.from) || a.name.localeCompare(b.name));
  return renderTable(
    columns,
    inOrder.map((each) => [
      ...[each.name, each.id, each.from, each.to, each.venue],
      ...[String(each.entryCount), stateOf(each, today)],
    ]),
  );
}

export function competitionLines(competition: CompetitionView, today: string): readonly string[] {
  const { id, name, venue, from, to, discipline, ruleSetId, entryCount, categories } = competition;
  const line = (title: string, text: string) => `  ${title.padEnd(12)}${plain(text)}`;
  const table = renderTable(
    [{ title: 'Category' }, { title: 'Name' }, { title: 'Round' }, { title: 'Archers', align: 'right' }],
    categories.map((each) => [each.code, each.name, each.roundId, String(each.entries)]),
  );
  return [
    bold(plain(name), process.stdout),
    line('Id', id),
    line('Days', from === to ? from : `${from} to ${to}`),
    ...(venue === '' ? [] : [line('Venue', venue)]),
    line('Discipline', discipline),
    line('Rules', ruleSetId),
    line('State', stateOf(competition, today)),
    line('Archers', String(entryCount)),
    ...(categories.length === 0 ? [] : ['', ...table.map((each) => `  ${each}`)]),
  ];
}
