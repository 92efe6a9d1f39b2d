// An interchange file's cards: of entries that are there, with arrows that can have been shot and in an order in which they can.

import { type End, isEndComplete } from '../card/scorecard.ts';
import { roundOfCategory } from '../competition.ts';
import { countEnds, distanceOfEnd, pointsAt, type Round } from '../rounds/rounds.ts';
import type { CompetitionDocument, DocumentCard, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { KnownInDocument } from './document-known.ts';
import type { JsonPath } from './json-pointer.ts';

export function findCardFlaw(document: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  const { cards } = document;
  const categories = new Map(document.entries.map(({ number, category }) => [number, category]));
  const flaw = firstFlaw(cards, (card, index) => {
    const round = roundOfCategory(known, categories.get(card.entry) ?? '');
    if (!round) return flawAt(['cards', index, 'entry'], 'unknown', card.entry);
    return findEndsFlaw(card, round, ['cards', index]) ?? findNotesFlaw(card, round, ['cards', index]);
  });
  return (
    flaw ??
    findTwice(
      cards,
      ({ entry }) => entry,
      (index) => ['cards', index, 'entry'],
    )
  );
}

function findEndsFlaw({ ends, held = [] }: DocumentCard, round: Round, path: JsonPath): DocumentFlaw | undefined {
  const heldEnds = new Set(held.map(({ end }) => end));
  let open: number | undefined;
  return firstFlaw(ends, (arrows, index) => {
    const at = [...path, 'ends', index];
    const flaw = findArrowsFlaw(arrows, index + 1, round, at);
    if (flaw) return flaw;
    if (open !== undefined && arrows.some((arrow) => arrow !== null)) {
      return flawAt(at, 'impossible', arrows, 'endOutOfOrder');
    }
    if (!isEndComplete(arrows) && !heldEnds.has(index + 1)) open ??= index;
    return undefined;
  });
}

/** The arrows of one end (from 1): the round has it, with as many boxes, and its face these values. */
function findArrowsFlaw(arrows: End, end: number, round: Round, path: JsonPath): DocumentFlaw | undefined {
  const distance = distanceOfEnd(round, end);
  if (!distance) return flawAt(path, 'impossible', arrows, `${countEnds(round)} ends`);
  if (arrows.length !== distance.arrowsPerEnd) {
    return flawAt(path, 'impossible', arrows, `${distance.arrowsPerEnd} arrows`);
  }
  return firstFlaw(arrows, (arrow, box) => {
    const isPossible = arrow === null || pointsAt(distance, arrow) !== undefined;
    return isPossible ? undefined : flawAt([...path, box], 'impossible', arrow, distance.faceId);
  });
}

function findNotesFlaw(card: DocumentCard, round: Round, path: JsonPath): DocumentFlaw | undefined {
  const { held = [], writers = [], checks = [], hits = [], signatures = [], changes = [] } = card;
  const lists: Readonly<Record<string, readonly { readonly end?: number }[]>> = {
    held,
    writers,
    checks,
    hits,
    changes,
  };
  for (const [member, notes] of Object.entries(lists)) {
    const noEnd = firstFlaw(notes, ({ end }, index) =>
      end === undefined || distanceOfEnd(round, end)
        ? undefined
        : flawAt([...path, member, index, 'end'], 'impossible', end),
    );
    if (noEnd) return noEnd;
    const twice = findTwice(
      member === 'changes' ? [] : notes,
      ({ end }) => end,
      (index) => [...path, member, index, 'end'],
    );
    if (twice) return twice;
  }
  return (
    firstFlaw(checks, ({ end, arrows }, index) =>
      findArrowsFlaw(arrows, end, round, [...path, 'checks', index, 'arrows']),
    ) ??
    firstFlaw(hits, ({ end, hits: plotted }, index) => {
      const boxes = distanceOfEnd(round, end)?.arrowsPerEnd ?? 0;
      return plotted.length === boxes
        ? undefined
        : flawAt([...path, 'hits', index, 'hits'], 'impossible', plotted, `${boxes} arrows`);
    }) ??
    findTwice(
      signatures,
      ({ as }) => as,
      (index) => [...path, 'signatures', index, 'as'],
    ) ??
    firstFlaw(held, ({ end }, index) => {
      const arrows = card.ends[end - 1];
      const isFull = arrows !== undefined && isEndComplete(arrows);
      return isFull ? flawAt([...path, 'held', index, 'end'], 'impossible', end, 'complete') : undefined;
    })
  );
}
