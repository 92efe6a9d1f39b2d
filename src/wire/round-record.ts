// An organiser's own round and its faces ⇄ proto/round.proto, for the journal and for screens alike.
import { isArrowValue } from '../domain/arrow-value.ts';
import type { Face, Zone, ZoneColour } from '../domain/rounds/faces.ts';
import type { Discipline, Distance, Round } from '../domain/rounds/round.ts';
import type { tenring } from './gen/round.js';
import { MalformedError } from './malformed.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WireRound = tenring.round.Round.$Properties;
type WireDistance = tenring.round.Distance.$Properties;
type WireFace = tenring.round.Face.$Properties;
type WireZone = tenring.round.Zone.$Properties;

export const disciplineWords: Words<Discipline> = { outdoor: true, indoor: true, field: true, '3d': true };
const colourWords: Words<ZoneColour> = { gold: true, red: true, blue: true, black: true, white: true };

export function faceToWire(face: Face): WireFace {
  return { ...face, zones: [...face.zones] };
}

export function roundToWire({ id, name, discipline, distances }: Round): WireRound {
  return {
    id,
    name,
    discipline,
    distances: distances.map(({ face, ...rest }) => ({ ...rest, ...(face ? { face: faceToWire(face) } : {}) })),
  };
}

function wireToZone({ value, points, colour, diameterCm }: WireZone): Zone {
  const found = text(value);
  if (!isArrowValue(found)) throw new MalformedError(`${JSON.stringify(value)} is no arrow value`);
  return { value: found, points: count(points), colour: wordOf(colourWords, colour), diameterCm: count(diameterCm) };
}

export function wireToFace({ id, name, diameterCm, spots, zones }: WireFace): Face {
  if (spots !== 1 && spots !== 3 && spots !== 5) throw new MalformedError(`a face with ${spots} spots`);
  return {
    id: text(id),
    name: text(name),
    diameterCm: count(diameterCm),
    spots,
    zones: list(zones).map(wireToZone),
  };
}

function wireToDistance(wire: WireDistance): Distance {
  const { metres, faceId, face, ends, arrowsPerEnd, unit, nominal, secondsPerEnd } = wire;
  return {
    metres: count(metres),
    faceId: text(faceId),
    ends: count(ends),
    arrowsPerEnd: count(arrowsPerEnd),
    ...present('face', face ? wireToFace(face) : undefined),
    ...present('unit', unit ? wordOf({ yard: true }, unit) : undefined),
    ...(nominal ? { nominal } : {}),
    ...present('secondsPerEnd', secondsPerEnd),
  };
}

export function wireToRound({ id, name, discipline, distances }: WireRound): Round {
  return {
    id: text(id),
    name: text(name),
    discipline: wordOf(disciplineWords, discipline),
    distances: list(distances).map(wireToDistance),
  };
}
