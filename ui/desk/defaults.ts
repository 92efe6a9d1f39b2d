// What a form is filled with before anybody types.

/** Today by the organiser's own calendar, as yyyy-mm-dd. */
export function todayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The rule book in force on a day: the newest that is not younger than the year; the oldest for years before all. */
export function ruleSetOfYear(day: string): string {
  return Number(day.slice(0, 4)) >= 2026 || !/^\d{4}/.test(day) ? 'wa-2026' : 'wa-2025';
}
