// The state of the match screen: whose arrows are typed, in which end, end by end or arrow by arrow. What is typed and not confirmed is a
// draft in the tablet's storage; what is confirmed is in its outbox; this hook only keeps what the screen points at.
import { useState } from 'react';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { Side } from '../../src/domain/match/match.ts';
import { endInMatch, lastPlaceOf } from '../../src/domain/match/match-scoring.ts';
import type { OnMatch } from '../link/outbox-state.ts';
import { type EndEntry, typeArrow } from '../store/end-entry.ts';
import {
  commandOfArrow,
  commandsOfTask,
  entryOf,
  type MatchMode,
  type MatchTask,
  matchDraftKey,
  mayConfirm,
  takeBackArrow,
  taskOf,
} from '../store/match-entry.ts';
import type { MatchItem, MatchView, Play } from '../store/match-store.ts';
import { recall, remember } from '../store/remember.ts';
import { useText } from '../text/text-context.tsx';
import { giveSignal } from './feedback.ts';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings, TypingWay } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';

/** `arrow`: every tap is sent at once, for those who watch. */
export type MatchWay = 'end' | 'arrow';

const wayPlace = 'match.way';

export interface MatchParts {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly competition: string;
  readonly match: MatchView;
  /** The side that shoots at this device's target, where only one does. */
  readonly home: Side | undefined;
  readonly settings: TabletSettings;
  readonly onSettings: (settings: TabletSettings) => void;
}

/** What is being typed. */
export interface MatchTyping {
  readonly play: Play;
  readonly task: MatchTask;
  readonly entry: EndEntry;
  readonly mayConfirm: boolean;
}

interface Pointed {
  readonly key: string;
  readonly box: number;
}

function typingOf(
  { view, competition, match, home }: MatchParts,
  {
    chosen,
    mode,
    way,
    cursor,
  }: { chosen: Side | undefined; mode: MatchMode; way: MatchWay; cursor: Pointed | undefined },
): (MatchTyping & { readonly key: string }) | undefined {
  const { play, sheet } = match;
  const task = play && taskOf(play, chosen ?? (play.turn ? undefined : home), mode);
  if (!play || !task) return undefined;
  const key = matchDraftKey(competition, sheet, task);
  const isDrafted = way === 'end' || mode === 'correct';
  const begun = isDrafted ? entryOf(task, view.drafts.get(key), view.draftHits.get(key)) : entryOf(task, undefined);
  const isPointed = cursor?.key === key && !begun.fixed[cursor.box];
  const entry: EndEntry = isPointed ? { ...begun, cursor: cursor.box } : begun;
  return { play, task, entry, key, mayConfirm: mayConfirm(play, task, entry) };
}

export function useMatchTyping(parts: MatchParts) {
  const { session, match, settings, onSettings } = parts;
  const { sheet } = match;
  const { t } = useText();
  const [chosen, setChosen] = useState<Side | undefined>();
  const [mode, setMode] = useState<MatchMode>('score');
  const [way, setWay] = useState<MatchWay>(() => (recall(wayPlace) === 'arrow' ? 'arrow' : 'end'));
  const [cursor, setCursor] = useState<Pointed | undefined>();
  const typing = typingOf(parts, { chosen, mode, way, cursor });
  const key = typing?.key ?? '';
  const signal = (kind: Parameters<typeof giveSignal>[0]) => giveSignal(kind, settings);

  const turnTo = (side: Side | undefined, next: MatchMode) => {
    setChosen(side);
    setMode(next);
    setCursor(undefined);
  };
  const submit = (commands: readonly OnMatch[]) => session.submit(commands);
  const point = (entry: EndEntry) => setCursor(entry.cursor === undefined ? undefined : { key, box: entry.cursor });
  const type = (entry: EndEntry) => {
    if (entry === typing?.entry) return;
    signal('arrow');
    session.draft(key, entry.slots, entry.hits);
    point(entry);
  };

  return {
    ...{ typing, mode, way, settings, point, type },
    chooseWay(next: MatchWay) {
      remember(wayPlace, next);
      setWay(next);
    },
    chooseTyping: (next: TypingWay) => onSettings({ ...settings, way: next }),
    choose: (side: Side) => turnTo(side, mode),
    press(value: ArrowValue, hit?: Hit) {
      if (!typing) return;
      if (way === 'end' || mode === 'correct') {
        type(typeArrow(typing.entry, value, hit));
        return;
      }
      const command = commandOfArrow(sheet, typing.task, value, hit);
      if (!command) return;
      signal('arrow');
      submit([command]);
    },
    takeBack() {
      if (!match.play) return;
      const command = takeBackArrow(sheet, match.play, typing?.task.side ?? 'a', t('match.undo.reason'));
      if (!command) return;
      signal('undo');
      submit([command]);
    },
    confirm(reason: string) {
      if (!typing?.mayConfirm) return;
      submit(commandsOfTask(sheet, typing.task, typing.entry, reason));
      signal('confirmed');
      session.draft(key, undefined);
      turnTo(undefined, 'score');
    },
    correct() {
      const place = match.play && lastPlaceOf(match.play.match);
      if (!place || !match.play) return;
      const { match: shot } = match.play;
      const isWritten = (side: Side) => endInMatch(shot, side, place).some((arrow) => arrow !== null);
      turnTo(chosen && isWritten(chosen) ? chosen : isWritten('a') ? 'a' : 'b', 'correct');
    },
    cancel() {
      session.draft(key, undefined);
      turnTo(undefined, 'score');
    },
    /** Puts what was refused back under the keypad, if it belongs to an end that can still be written in. */
    again({ item, command }: MatchItem) {
      const task = match.play && taskAgain(match.play, command);
      if (!task || !('arrows' in command)) return;
      const first = command.kind === 'scoreMatch' ? command.first : 0;
      const slots = task.now.map((slot, box) => command.arrows[box - first] ?? slot);
      const { hits = [] } = command.kind === 'scoreMatch' ? command : {};
      const plotted = slots.map((_, box) => hits[box - first] ?? null);
      session.draft(matchDraftKey(parts.competition, sheet, task), slots, plotted);
      session.settle(item.kept.commandId);
      turnTo(task.side, task.mode);
      setWay('end');
    },
  };
}

export type MatchScoring = ReturnType<typeof useMatchTyping>;

/** Where refused arrows can be typed again: the end that is open, else as a correction of the last one; undefined when it is neither. */
export function taskAgain(play: Play, command: OnMatch): MatchTask | undefined {
  if (!('side' in command)) return undefined;
  const { side, part, number } = command;
  for (const mode of ['score', 'correct'] as const) {
    const task = taskOf(play, side, mode);
    const isIt = task?.side === side && task.place.part === part && task.place.number === number;
    const isFree = command.kind === 'scoreMatch' && task?.now[command.first] === null;
    if (isIt && (mode === 'score' ? isFree : task.now.some((slot) => slot !== null))) return task;
  }
  return undefined;
}
