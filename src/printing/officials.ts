// Who judged and who ran the competition.
import { frameOf, type Printed } from './asked.ts';
import type { Sheets } from './paper.ts';
import { tableSheets } from './table-sheets.ts';

export function officialSheets(printed: Printed): Sheets {
  const { words, state } = printed;
  const { officials } = state.paper;
  const frame = frameOf(printed, 'officials');
  const columns = [
    { title: words('function'), share: 50 },
    { title: words('name'), share: 50 },
  ];
  const rows = officials.map(({ name, role }) => ({ cells: [role, name] }));
  return tableSheets(frame, rows.length > 0 ? [{ title: words('officials'), columns, rows }] : [], words);
}
