// The state of the scoring screen: whose end is typed, which boxes, what comes after confirming. Everything typed is a draft in the
// tablet's storage first; this hook only keeps what the screen points at.
import { useCallback, useEffect, useState } from 'react';
import type { End } from '../../src/domain/card/scorecard.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import type { OutboxItem } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { type CardSide, checkOfEntry, confirmationOf } from '../store/double-scoring.ts';
import { beginCorrection, beginEnd, commandsOfEnd, type EndEntry, hasTyped, isFull } from '../store/end-entry.ts';
import { type ArcherCard, slotsOf } from '../store/sheet-store.ts';
import { canTypeAgain } from './can-type-again.ts';
import { giveSignal } from './feedback.ts';
import { type Choice, endOfChoice, nextAfter, nextToScore } from './scoring-order.ts';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings } from './tablet-settings.ts';
import { draftKey, type TabletView } from './tablet-view.ts';

/** One end of one archer, by entry number. */
export interface EndPlace {
  readonly entry: number;
  readonly end: number;
}

interface ScoringParts {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  /** As this tablet keeps them: on the second tablet the second cards. */
  readonly cards: readonly ArcherCard[];
  readonly side: CardSide;
  readonly settings: TabletSettings;
  /** The athlete says yes to every end on this tablet. */
  readonly asksAthlete: boolean;
}

/** What is being typed. */
export interface Typing {
  readonly end: number;
  readonly face: Face;
  readonly entry: EndEntry;
  /** The end as it is on the card. */
  readonly now: End;
}

function useTyping({ view, pairing, side }: ScoringParts, archer: ArcherCard | undefined, choice: Choice | undefined) {
  const [cursor, setCursor] = useState<{ readonly key: string; readonly box: number } | undefined>();
  const mode = choice?.mode ?? 'score';
  const end = archer && endOfChoice(archer, choice);
  const face = archer && end ? faceOfEnd(archer.round, end) : undefined;
  if (!archer || !end || !face) return { typing: undefined, key: '', mode, setCursor };
  const key = draftKey(pairing.competition, archer.archer.entry, end, side === 'second' ? 'check' : mode);
  const now = slotsOf(archer.card, archer.round, end);
  const draft = view.drafts.get(key);
  const begun = mode === 'correct' ? beginCorrection(now, draft) : beginEnd(now, draft, view.draftHits.get(key));
  const entry: EndEntry = cursor?.key === key && !begun.fixed[cursor.box] ? { ...begun, cursor: cursor.box } : begun;
  const typing: Typing = { end, face, entry, now };
  return { typing, key, mode, setCursor };
}

export function useScoring(parts: ScoringParts) {
  const { session, pairing, cards, side, settings } = parts;
  const { order } = settings;
  const [choice, setChoice] = useState<Choice | undefined>();
  const [confirmed, setConfirmed] = useState<EndPlace | undefined>();
  const [asked, setAsked] = useState<EndPlace | undefined>();
  const cardOf = (entry: number | undefined) => cards.find((each) => each.archer.entry === entry);
  const archer = cardOf(choice?.entry) ?? nextToScore(cards, order, undefined) ?? cards[0];
  const present = archer?.archer.entry;
  const { typing, key, mode, setCursor } = useTyping(parts, archer, choice);

  // Whoever came up first stays chosen until the end is confirmed, whatever arrives from other devices.
  useEffect(() => {
    if (!choice && present !== undefined) setChoice({ entry: present, mode: 'score' });
  }, [choice, present]);

  const turnTo = (next: Choice | undefined) => {
    setChoice(next);
    setCursor(undefined);
  };
  // The same function always: what shows the archers need not be drawn anew for every arrow.
  const choose = useCallback(
    (entry: number) => {
      setChoice({ entry, mode: 'score' });
      setCursor(undefined);
    },
    [setCursor],
  );
  const point = ({ cursor }: EndEntry) => setCursor(cursor === undefined ? undefined : { key, box: cursor });
  const type = (next: EndEntry) => {
    if (!typing || next === typing.entry) return;
    giveSignal(
      next.slots.some((slot, box) => slot === null && typing.entry.slots[box] !== null) ? 'undo' : 'arrow',
      settings,
    );
    session.draft(key, mode === 'score' && !hasTyped(next) ? undefined : next.slots, next.hits);
    point(next);
  };
  const goOn = (from: ArcherCard, end: number | undefined) => {
    const next = nextAfter(cards, order, from, end);
    turnTo(next && { entry: next.archer.entry, mode: 'score' });
  };
  const confirm = (reason: string) => {
    if (!archer || !typing || !isFull(typing.entry)) return;
    const { end, entry: typed, now } = typing;
    const { entry } = archer.archer;
    const arrows = typed.slots;
    if (mode === 'correct' && arrows.every((slot, box) => slot === now[box])) return;
    if (side === 'second') session.submit([checkOfEntry(typed, entry, end)]);
    else if (mode === 'correct') session.submit([{ kind: 'correctEnd', entry, end, was: now, arrows, reason }]);
    else session.submit(commandsOfEnd(typed, entry, end));
    giveSignal('confirmed', settings);
    session.draft(key, undefined);
    setConfirmed({ entry, end });
    if (parts.asksAthlete) setAsked({ entry, end });
    goOn(archer, mode === 'score' ? end : undefined);
  };
  const correct = (entry: number, end?: number) =>
    turnTo({ entry, mode: 'correct', ...(end !== undefined && { end }) });
  const again = ({ kept: { command, commandId } }: OutboxItem) => {
    const card = canTypeAgain(command, side) ? cardOf(command.entry) : undefined;
    if (!card || !canTypeAgain(command, side)) return;
    const { entry, end, arrows } = command;
    const slots = slotsOf(card.card, card.round, end);
    const first = command.kind === 'scoreArrows' ? command.first : 0;
    const typed = slots.map((slot, box) => arrows[box - first] ?? slot);
    const isScored = command.kind === 'correctEnd' || slots.every((slot) => slot !== null);
    const next: Choice['mode'] = isScored ? 'correct' : 'score';
    session.draft(draftKey(pairing.competition, entry, end, side === 'second' ? 'check' : next), typed);
    session.settle(commandId);
    turnTo({ entry, mode: next, end });
  };

  return {
    ...{ archer, typing, mode, confirmed, type, point, confirm, correct, again },
    /** Who comes after confirming, if it is somebody else. */
    next: archer && typing && mode === 'score' ? nextAfter(cards, order, archer, typing.end) : undefined,
    choose,
    makeUp: (entry: number, end: number) => turnTo({ entry, mode: 'score', end }),
    cancel() {
      session.draft(key, undefined);
      turnTo(undefined);
    },
    asking: {
      card: cardOf(asked?.entry),
      end: asked?.end ?? 0,
      ask: (entry: number, end: number) => setAsked({ entry, end }),
      later: () => setAsked(undefined),
      yes(card: ArcherCard, end: number) {
        session.submit([confirmationOf(card, end)]);
        setAsked(undefined);
      },
      no(card: ArcherCard, end: number) {
        setAsked(undefined);
        correct(card.archer.entry, end);
      },
    },
  };
}
