// What a round is made of, and the short forms in which the lists beside this file are written. Ends are numbered through
// the whole round; an end is all arrows that one archer shoots at one distance (or one target of a course) before scoring.
import type { Face } from './faces.ts';

/** Which tie-breaks apply, and which rounds are usual. Field and 3D are courses: one end is one target, and archers begin at different ones. */
export const disciplines = ['outdoor', 'indoor', 'field', '3d'] as const;
export type Discipline = (typeof disciplines)[number];

export interface Distance {
  /** Always true metres, also where the round is laid out in yards (`unit`). */
  readonly metres: number;
  readonly faceId: string;
  /** The face itself where it is an organiser's own and the catalogue has none with this id. */
  readonly face?: Face;
  readonly ends: number;
  readonly arrowsPerEnd: number;
  /** The unit in which the round is laid out and shown; metres when absent. */
  readonly unit?: 'yard';
  /** The rule book's or an average course's distance: not what an archer at a target of a real course has before him, so not to be shown. */
  readonly nominal?: true;
  /** Where it is not 40 seconds an arrow. */
  readonly secondsPerEnd?: number;
}

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly distances: readonly Distance[];
}

const metresPerYard = 0.9144;

/** `ends` × `arrowsPerEnd` arrows, distance in metres. */
export function metric(metres: number, faceId: string, ends: number, arrowsPerEnd: number): Distance {
  return { metres, faceId, ends, arrowsPerEnd };
}

/** The same with the distance in yards. */
export function imperial(yards: number, faceId: string, ends: number, arrowsPerEnd: number): Distance {
  return { metres: Math.round(yards * metresPerYard * 10_000) / 10_000, faceId, ends, arrowsPerEnd, unit: 'yard' };
}

/** A distance as it is spoken of: 100 yards and not 91.44 metres. */
export function lengthOf({ metres, unit }: Distance): { readonly amount: number; readonly unit: 'metre' | 'yard' } {
  if (unit === undefined) return { amount: metres, unit: 'metre' };
  return { amount: Math.round((metres / metresPerYard) * 100) / 100, unit };
}

export function outdoor(id: string, name: string, ...distances: readonly Distance[]): Round {
  return { id, name, discipline: 'outdoor', distances };
}

export function indoor(id: string, name: string, ...distances: readonly Distance[]): Round {
  return { id, name, discipline: 'indoor', distances };
}

export function course(id: string, name: string, kind: 'field' | '3d', distances: readonly Distance[]): Round {
  return { id, name, discipline: kind, distances };
}
