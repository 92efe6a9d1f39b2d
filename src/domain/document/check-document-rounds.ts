// An interchange file's own rounds: ids that are free, and rounds that can be shot.

import { findRoundProblem, type RoundProblem } from '../rounds/round-check.ts';
import { type Distance, findRound, type Round } from '../rounds/rounds.ts';
import type { CompetitionDocument, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { JsonPath } from './json-pointer.ts';

export function findRoundFlaw({ rounds }: CompetitionDocument): DocumentFlaw | undefined {
  const flaw = firstFlaw(rounds, (round, index) => {
    if (findRound(round.id)) return flawAt(['rounds', index, 'id'], 'twice', round.id);
    const why = findRoundProblem(round);
    return why && flawOfRound(round, why, ['rounds', index]);
  });
  return (
    flaw ??
    findTwice(
      rounds,
      ({ id }) => id,
      (index) => ['rounds', index, 'id'],
    )
  );
}

function flawOfRound(round: Round, why: RoundProblem, path: JsonPath): DocumentFlaw {
  if (why === 'id' || why === 'name' || why === 'discipline') return flawAt([...path, why], 'impossible', round[why]);
  const at = round.distances.findIndex((distance) => findRoundProblem({ ...round, distances: [distance] }));
  const distance = round.distances[at];
  if (!distance) return flawAt([...path, 'distances'], 'impossible', round.distances, why);
  const place = placeInDistance(distance, why);
  const problem = why === 'unknownFace' ? 'unknown' : 'impossible';
  return flawAt([...path, 'distances', at, ...place.path], problem, place.value, why);
}

function placeInDistance(distance: Distance, why: RoundProblem): { readonly path: JsonPath; readonly value: unknown } {
  const { metres, ends, arrowsPerEnd, secondsPerEnd, faceId, face } = distance;
  switch (why) {
    case 'metres':
      return { path: ['metres'], value: metres };
    case 'ends':
      return { path: ['ends'], value: ends };
    case 'arrowsPerEnd':
      return { path: ['arrowsPerEnd'], value: arrowsPerEnd };
    case 'seconds':
      return { path: ['secondsPerEnd'], value: secondsPerEnd };
    case 'unknownFace':
    case 'faceOfOtherDiscipline':
      return { path: ['faceId'], value: faceId };
    default:
      return face ? { path: ['face'], value: face } : { path: [], value: distance };
  }
}
