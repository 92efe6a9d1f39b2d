// What stands in the columns of the list.
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import type { Translator } from '../../text/translator.ts';
import type { Column } from './entry-filter.ts';

export function cellOf(entry: DeskEntry, column: Column, { t, language }: Translator): string {
  switch (column) {
    case 'number':
      return String(entry.number);
    case 'name':
    case 'club':
    case 'category':
      return entry[column];
    case 'target':
      return entry.target ?? '–';
    case 'country':
    case 'licence':
      return entry[column] ?? '';
    case 'bornIn':
      return entry.bornIn === undefined ? '' : String(entry.bornIn);
    case 'also':
      return entry.also?.join(' ') ?? '';
    case 'needs':
      return entry.needs?.map((need) => t(`desk.need.${need}`)).join(', ') ?? '';
    case 'arrival':
      return entry.checkedInAt === undefined ? '' : `✓ ${formatTime(language, entry.checkedInAt)}`;
    case 'inspection': {
      if (!entry.inspection) return '';
      const { result, remark } = entry.inspection;
      return [`${result === 'passed' ? '✓' : '✗'} ${t(`desk.inspect.${result}`)}`, remark].filter(Boolean).join(': ');
    }
  }
}

export function formatTime(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(atMs);
}
