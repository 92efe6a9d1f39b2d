// The closed words of matches, as text on every wire.
import type { MatchArrowsScored, MatchAttendanceSet } from '../domain/facts.ts';
import type { Attendance, Closest, Side } from '../domain/match/match.ts';
import type { Words } from './wire-fields.ts';

export const sideWords: Words<Side> = { a: true, b: true };
export const closestWords: Words<Closest> = { a: true, b: true, equal: true };
export const partWords: Words<MatchArrowsScored['part']> = { end: true, shootOff: true };
export const attendanceWords: Words<MatchAttendanceSet['attendance']> = {
  present: true,
  absent: true,
  forfeited: true,
};
export const sheetAttendanceWords: Words<Attendance> = { ...attendanceWords, nobody: true };
