// Who shoots where: by target as the field is set up, by name as it hangs at the gate.
import type { Entry } from '../domain/facts.ts';
import { formatTarget } from '../domain/target.ts';
import { frameOf, type Printed } from './asked.ts';
import { entriesByName, entriesByTarget } from './entry-order.ts';
import type { Sheets } from './paper.ts';
import { type TableColumn, type TableSection, tableSheets } from './table-sheets.ts';

export function listByTarget(printed: Printed): Sheets {
  const { words } = printed;
  const entries = entriesByTarget(printed);
  const placed = entries.flatMap((entry) => (entry.target ? [{ ...entry, target: entry.target }] : []));
  const others = entries.filter(({ target }) => !target);
  const rows = placed.map((entry, index) => ({
    cells: [formatTarget(entry.target), ...detailsOf(entry)],
    ruled: index > 0 && placed[index - 1]?.target.butt !== entry.target.butt,
  }));
  const columns = columnsOf(printed, 'target');
  const sections: readonly TableSection[] = [
    { title: words('listByTarget'), columns, rows },
    { title: words('withoutTarget'), columns, rows: others.map((entry) => ({ cells: ['', ...detailsOf(entry)] })) },
  ];
  const shown = sections.filter((section) => section.rows.length > 0);
  return tableSheets(frameOf(printed, 'listByTarget'), shown, words);
}

export function listByName(printed: Printed): Sheets {
  const { words } = printed;
  const rows = entriesByName(printed).map((entry) => {
    const [name = '', ...rest] = detailsOf(entry);
    return { cells: [name, entry.target ? formatTarget(entry.target) : '', ...rest] };
  });
  const columns = columnsOf(printed, 'name');
  const sections = rows.length > 0 ? [{ title: words('listByName'), columns, rows }] : [];
  return tableSheets(frameOf(printed, 'listByName'), sections, words);
}

function detailsOf({ name, club, country = '', category }: Entry): readonly string[] {
  return [name, club, country, category];
}

function columnsOf({ words }: Printed, first: 'target' | 'name'): readonly TableColumn[] {
  const target = { title: words('target'), share: 9 };
  const name = { title: words('name'), share: 34 };
  const rest = [
    { title: words('club'), share: 30 },
    { title: words('country'), share: 16 },
    { title: words('category'), share: 11 },
  ];
  return first === 'target' ? [target, name, ...rest] : [name, target, ...rest];
}
