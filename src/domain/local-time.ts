// Days and times of the venue as texts: no clock and no time zone is asked, so that a schedule reads the same everywhere.

const dayPattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day of the calendar, written yyyy-mm-dd: 2026-02-31 is none. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}

/** A time of the day, written hh:mm, from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return timePattern.test(text);
}

/** Written yyyy-mm-ddThh:mm. */
export function isLocalTime(text: string): boolean {
  return text[10] === 'T' && isDay(text.slice(0, 10)) && isTimeOfDay(text.slice(11));
}

/** Whole minutes later, across midnight and the end of a year too. */
export function minutesLater(time: string, minutes: number): string {
  return new Date(Date.parse(`${time}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
