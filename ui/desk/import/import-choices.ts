// What somebody decided about a list on its way in, and how it is said to the appliance.
import type { ImportField } from '../../../src/wire/import-fields.ts';

export type LineChoice = 'leave' | 'asNew';

export interface Choices {
  /** A target for everybody of the list who has none. */
  readonly assign: boolean;
  /** Of a workbook; undefined: its first. */
  readonly sheet: string | undefined;
  /** What the columns mean; undefined: by their headings. */
  readonly fields: readonly (ImportField | null)[] | undefined;
  /** By line; the others do what the preview says. */
  readonly lines: ReadonlyMap<number, LineChoice>;
  /** Entries that are no longer in the list and are not coming. */
  readonly withdraw: ReadonlySet<number>;
}

export const noChoices: Choices = {
  assign: true,
  sheet: undefined,
  fields: undefined,
  lines: new Map(),
  withdraw: new Set(),
};

/** `3,7,20-40`: a list of thousands stays short. */
export function rangesOf(numbers: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** `plan`: of the preview that was looked at; undefined to get one. */
export function queryOf(
  { assign, sheet, fields, lines, withdraw }: Choices,
  reason: string,
  plan?: string,
): URLSearchParams {
  const linesOf = (wanted: LineChoice) =>
    rangesOf([...lines].flatMap(([line, choice]) => (choice === wanted ? [line] : [])));
  const said = {
    assignTargets: String(assign),
    sheet: sheet ?? '',
    columns: (fields ?? []).map((field) => field ?? '').join(','),
    leave: linesOf('leave'),
    asNew: linesOf('asNew'),
    withdraw: rangesOf(withdraw),
    reason: withdraw.size > 0 ? reason : '',
    plan: plan ?? '',
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
}

/** A field has one column: choosing it for another takes it from the first. */
export function withField(
  fields: readonly (ImportField | null)[],
  column: number,
  field: ImportField | null,
): readonly (ImportField | null)[] {
  return fields.map((before, index) => (index === column ? field : before === field ? null : before));
}
