// The state that an interchange file describes. Total, like evolve: whether a file may be imported is checked before it becomes a fact.
import type { CardNotes } from '../card/card-notes.ts';
import { type Scorecard, scorecardOfEnds } from '../card/scorecard.ts';
import { ChunkedList } from '../chunked-list.ts';
import { clockKey, type KeptClock } from '../clock/kept-clock.ts';
import { type Competition, emptyCompetition, roundOfEntry } from '../competition.ts';
import type { EventState } from '../event/event.ts';
import { paperOf } from '../paper/paper-document.ts';
import { rankedAnew } from '../ranking/ranking-index.ts';
import { withFigures } from '../reconcile/paper-card.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { showOf } from '../show/show-document.ts';
import type { CompetitionDocument, DocumentCard, DocumentCardChange, DocumentEvent } from './document.ts';
import { withDocumentEntries } from './document-entries.ts';
import { matchCardOf } from './document-match-card.ts';

/** Without devices: none are in a document. */
export function documentToCompetition(document: CompetitionDocument): Competition {
  const { name, venue, from, to, discipline, ruleSetId, sessions, records } = document;
  const described: Competition = {
    ...emptyCompetition({ name, venue, from, to, discipline, ruleSetId }),
    rounds: new Map(document.rounds.map((round) => [round.id, round])),
    categories: new Map(document.categories.map((category) => [category.code, category])),
    isClosed: document.closed ?? false,
    scoring: document.scoring ?? 'one',
    clocks: clocksOf(document),
    sessions,
    records,
    judgesLog: new Map(document.judgesLog?.map((note) => [note.id, note])),
    paper: paperOf(document),
    events: new Map(document.events.map((event) => [event.setup.id, eventOf(event)])),
  };
  const state = withCards(withDocumentEntries(described, document), document.cards);
  return rankedAnew({ ...state, show: showOf(state, document) });
}

function clocksOf({ clock, sessionClocks = [], matchClocks = [] }: CompetitionDocument): Competition['clocks'] {
  const kept: readonly KeptClock[] = [
    ...(clock ? [{ of: 'lines', session: 0, clock } as const] : []),
    ...sessionClocks.map((each) => ({ of: 'lines', ...each }) as const),
    ...matchClocks.map((each) => ({ of: 'match', ...each }) as const),
  ];
  return new Map(kept.map((each) => [clockKey(each), each]));
}

function withCards(state: Competition, cards: readonly DocumentCard[]): Competition {
  const scorecards: [number, Scorecard][] = [];
  const notes: [number, CardNotes][] = [];
  for (const card of cards) {
    const round = roundOfEntry(state, card.entry);
    const now = card.paper?.settled?.now;
    if (round && card.ends.length > 0) {
      const made = scorecardOfEnds(round, card.ends);
      scorecards.push([card.entry, now ? withFigures(made, tieBreakOf(state), now) : made]);
    }
    if (hasNotes(card)) notes.push([card.entry, notesOf(card)]);
  }
  return { ...state, scorecards: ChunkedList.from(scorecards), notes: ChunkedList.from(notes) };
}

function hasNotes({ entry: _, ends: __, ...rest }: DocumentCard): boolean {
  return Object.keys(rest).length > 0;
}

function notesOf(card: DocumentCard): CardNotes {
  const { standing, lock, held, writers, checks, signatures, hits, changes, paper } = card;
  return {
    standing: standing ?? 'competing',
    lock,
    held: new Map(held?.map(({ end, cause }) => [end, cause])),
    writers: new Map(writers?.map(({ end, device }) => [end, device])),
    checks: new Map(checks?.map(({ end, ...check }) => [end, check])),
    signatures: new Map(signatures?.map(({ as, ...signature }) => [as, signature])),
    hits: new Map(hits?.map((each) => [each.end, each.hits])),
    changes: changes?.map(cardChangeOf) ?? [],
    ...(paper && { paper }),
  };
}

function cardChangeOf(change: DocumentCardChange): CardNotes['changes'][number] {
  const { at, actor, kind, end, was, now, ruling, standing, by, reason } = change;
  return { at, actor, kind, end, was, now, ruling, standing, by, reason };
}

function eventOf({ setup, ties, draw, cards, schedule }: DocumentEvent): EventState {
  return {
    setup: { ...setup, elimination: setup.elimination },
    ties,
    draw,
    cards: new Map(cards.map((card) => [card.match, matchCardOf(card)])),
    schedule: new Map(schedule.map((slot) => [slot.match, slot])),
  };
}
