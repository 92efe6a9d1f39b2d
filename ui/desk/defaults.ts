// What a form is filled with before anybody types.

/** Today by the organiser's own calendar, as yyyy-mm-dd. */
export function todayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
