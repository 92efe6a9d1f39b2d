// Days and times as people write them in the page's language. Days of the appliance are plain: 2026-05-02 is that day everywhere.

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
