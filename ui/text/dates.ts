// Days and times as people write them in the page's language. Days of the appliance are plain: 2026-05-02 is that day everywhere.

const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `5 minutes ago`: in the largest unit of which two have passed, never less than a minute. */
export function formatAgo(language: string, milliseconds: number): string {
  const [unit, length] = spans.find(([, each]) => milliseconds >= 2 * each) ?? (['minute', 60_000] as const);
  const count = Math.max(1, Math.round(milliseconds / length));
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-count, unit);
}

/** `5 May 2036` where this device stands. */
export function formatDay(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(atMs);
}

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** `2 May 2026`, or `2 – 4 May 2026`. What is no date stays as it is. */
export function formatDays(language: string, from: string, to: string): string {
  const [first, last] = [atNoon(from), atNoon(to)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return from === to ? from : `${from} – ${to}`;
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  if (from === to) return format.format(first);
  // Firefox has it since 91.
  if (typeof format.formatRange !== 'function') return `${format.format(first)} – ${format.format(last)}`;
  return format.formatRange(first, last);
}

/** `14:05` where this device stands. */
export function formatTime(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** `2 May 2026, 14:05` where this device stands. */
export function formatMoment(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}
