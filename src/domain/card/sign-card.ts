// Signing a card (WA Book 3, 12.1.1: the scorer and the athlete confirm it): when it is fit to be signed, and what a signature may be. The
// desk's own closing of a card and opening it again are in decide-judge.ts.
import type { Actor } from '../actor.ts';
import type { SignCard } from '../commands.ts';
import { type Competition, notesOf, scorecardOf } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Rejection } from '../rejections.ts';
import { isOneLine } from '../setup/text-check.ts';
import type { Signer } from './card-notes.ts';
import { type Athlete, findAthlete } from './card-place.ts';
import { differencesOf, isCheckedFor } from './double-entry.ts';
import { isEndComplete, nextEnd } from './scorecard.ts';

const mostStrokes = 200;

/** The second of the two signatures closes the card. */
export function decideSigning(state: Competition, command: SignCard, actor: Actor): Decision {
  const { entry, as, strokes } = command;
  const found = findAthlete(state, actor, entry);
  if ('code' in found) return rejected(found);
  const problem = findUnfit(state, found) ?? findUnchecked(state, found) ?? findWrongSignature(command);
  if (problem) return rejected(problem);
  const { signatures } = notesOf(state, entry);
  const { name: athlete } = found.athlete;
  if (signatures.has(as)) return rejected({ code: 'alreadySigned', name: athlete, as });
  const name = command.name.trim();
  const signed = { kind: 'cardSigned', entry, as, name, strokes } as const;
  const other = signatures.get(otherSigner(as))?.name;
  if (other === undefined) return happened(signed);
  const by = as === 'athlete' ? [name, other] : [other, name];
  return happened(signed, { kind: 'cardLocked', entry, by: by.join(', ') });
}

function otherSigner(signer: Signer): Signer {
  return signer === 'athlete' ? 'scorer' : 'athlete';
}

/** Complete, or of somebody who does not go on; both cards equal as far as there are two. */
export function findUnfit(state: Competition, { athlete, round }: Athlete): Rejection | undefined {
  const { name, number } = athlete;
  const card = scorecardOf(state, number);
  const notes = notesOf(state, number);
  if (notes.lock) return { code: 'cardLocked', name };
  const open = notes.standing === 'competing' ? nextEnd(card, round) : undefined;
  if (open !== undefined) return { code: 'cardIncomplete', name, end: open };
  const [differing] = differencesOf(card, notes, round).differing;
  return differing && { code: 'cardsDiffer', name, end: differing.end };
}

/** The first end that was written in full and that nobody else has seen, where the competition asks for that. */
function findUnchecked(state: Competition, { athlete }: Athlete): Rejection | undefined {
  const { scoring: mode } = state;
  const { name, number } = athlete;
  const { checks } = notesOf(state, number);
  const unchecked = scorecardOf(state, number).ends.findIndex(
    (arrows, index) => isEndComplete(arrows) && !isCheckedFor(mode, checks.get(index + 1)),
  );
  return unchecked === -1 ? undefined : { code: 'endNotChecked', name, end: unchecked + 1, mode };
}

function findWrongSignature({ name, strokes }: SignCard): Rejection | undefined {
  if (name.trim() === '') return { code: 'nameMissing' };
  const isDrawn =
    strokes.length <= mostStrokes && strokes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
  return isOneLine(name) && isDrawn ? undefined : { code: 'signatureWrong' };
}
