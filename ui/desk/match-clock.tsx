// The desk runs the clock of a match whose sides shoot by turns.
import { useCallback, useEffect, useRef } from 'react';
import { matchClockKey } from '../../src/domain/clock/kept-clock.ts';
import { type MatchClock as Clock, type MatchClockFace, sideOfTurn } from '../../src/domain/clock/match-clock.ts';
import { callSides } from '../../src/domain/clock/run-match-clock.ts';
import { otherSide } from '../../src/domain/match/match.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { MatchClockPanel, useShownClock } from '../parts/clock-face.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import type { ClockStore } from '../store/clock-store.ts';
import { type MatchView, matchViewOf } from '../store/match-store.ts';
import { useMatch } from '../store/use-match.ts';
import { namesOfSides, titleOfMatch, wordsOfPlace } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './clock-desk.module.css';
import { ClockKeys } from './clock-keys.tsx';
import { actOnMatchClock, type MatchClockAction, matchActionOfKey, matchActionsOf } from './match-clock-actions.ts';
import { nextMatchClock } from './next-match-clock.ts';
import type { ClockControl } from './use-clock-control.ts';
import { useKeyboard } from './use-keyboard.ts';

interface MatchClockProps {
  readonly competition: string;
  readonly event: string;
  readonly match: string;
  readonly store: ClockStore;
  readonly control: ClockControl;
  /** Both sides are called as soon as the match is known. */
  readonly isCalled: boolean;
}

export function MatchClock(props: MatchClockProps) {
  const { competition, event, match } = props;
  const { t } = useText();
  const followed = useMatch(competition, event, match);
  if (followed === 'missing') return <Empty title={t('match.missing')}>{t('match.missing.text')}</Empty>;
  if (!followed) return <Skeleton rows={4} label={t('match.loading')} />;
  return <OfMatch {...props} view={matchViewOf(followed, [])} />;
}

function clockOf(store: ClockStore, event: string, match: string): Clock | undefined {
  const kept = store.clocks().find((each) => each.of === 'match' && each.event === event && each.match === match);
  return kept?.of === 'match' ? kept.clock : undefined;
}

type OfMatchProps = MatchClockProps & { readonly view: MatchView };

function OfMatch({ view, isCalled, ...props }: OfMatchProps) {
  const { event, match, store, control, competition } = props;
  const text = useText();
  const { t } = text;
  const { press } = control;
  const shown = useShownClock(store, [matchClockKey(event, match)])?.shown;
  const latest = useRef(view);
  latest.current = view;

  const act = useCallback(
    (action: MatchClockAction) =>
      press((now) => {
        const present = clockOf(store, event, match) ?? nextMatchClock(latest.current);
        const clock =
          action === 'next'
            ? nextMatchClock(latest.current, present)
            : present && actOnMatchClock(action, present, now);
        return clock && { of: 'match', event, match, clock };
      }, action === 'emergency'),
    [press, store, event, match],
  );
  useCallOnce(isCalled, store, () =>
    press((now) => {
      const present = clockOf(store, event, match);
      const clock = present && present.turn < present.turns ? present : nextMatchClock(latest.current, present);
      return clock && { of: 'match', event, match, clock: callSides(clock, now) };
    }, true),
  );
  const onKey = useCallback(
    (key: string) => {
      const now = store.shown([matchClockKey(event, match)])?.shown;
      const action = now?.of === 'match' ? matchActionOfKey(key, now.face) : undefined;
      if (action) act(action);
      return action !== undefined;
    },
    [store, event, match, act],
  );
  useKeyboard(onKey);

  const names = namesOfSides(text, view.sheet);
  const head = (
    <h3 className={styles.about}>
      {titleOfMatch(text, view.sheet)} · {view.sheet.eventName}
    </h3>
  );
  if (shown?.of !== 'match')
    return (
      <>
        {head}
        {nextMatchClock(view) ? (
          <Button look="primary" className={styles.main} onClick={() => act('call')}>
            {t('clock.match.call')}
          </Button>
        ) : (
          <Banner tone="info">{t('clock.match.over')}</Banner>
        )}
      </>
    );
  const place = view.play ? wordsOfPlace(text, view.play.match.format, shown.face.place) : '';
  return (
    <>
      {head}
      <MatchClockPanel face={shown.face} names={names} place={place} />
      <Keys
        face={shown.face}
        view={view}
        clock={clockOf(store, event, match)}
        act={act}
        store={store}
        competition={competition}
      />
    </>
  );
}

/** Where the desk has asked for it, and the appliance's time is known. */
function useCallOnce(isCalled: boolean, store: ClockStore, call: () => void) {
  const isDone = useRef(!isCalled);
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    const look = () => {
      if (isDone.current || store.now() === undefined) return;
      isDone.current = true;
      latest.current();
    };
    look();
    return store.subscribe(look);
  }, [store]);
}

interface KeysProps {
  readonly face: MatchClockFace;
  readonly view: MatchView;
  readonly clock: Clock | undefined;
  readonly act: (action: MatchClockAction) => void;
  readonly store: ClockStore;
  readonly competition: string;
}

function Keys({ face, view, clock, act, store, competition }: KeysProps) {
  const text = useText();
  const { t } = text;
  const { event, matchId } = view.sheet;
  const names = namesOfSides(text, view.sheet);
  const next = clock && nextMatchClock(view, clock);
  const nameOf = (action: MatchClockAction): string => {
    const other = names[otherSide(face.side)];
    switch (action) {
      case 'switch':
        return face.turn + 1 < face.turns ? t('clock.match.switch', { name: other }) : t('clock.shot');
      case 'hold':
        return face.turn + 1 < face.turns ? t('clock.match.hold', { name: other }) : t('clock.shot');
      case 'goOn':
        return face.phase === 'waiting' ? t('clock.match.start', { name: names[face.side] }) : t('clock.goOn');
      case 'otherBegins':
        return t('clock.match.otherBegins', { name: other });
      case 'turnBack':
        return t('clock.match.turnBack', { name: clock ? names[sideOfTurn(clock, face.turn - 1)] : other });
      case 'next':
        return next && view.play
          ? t('clock.match.next', { place: wordsOfPlace(text, view.play.match.format, next.place) })
          : t('clock.match.over');
      case 'call':
      case 'back':
        return t(`clock.match.${action}`);
      case 'pause':
      case 'emergency':
        return t(`clock.${action}`);
    }
  };
  const actions = matchActionsOf(face);
  const [main, ...others] = actions;
  return (
    <ClockKeys
      // "All have shot" stands once.
      actions={[main, ...others.filter((action) => action !== 'hold' || face.turn + 1 < face.turns)]}
      nameOf={nameOf}
      onPress={act}
      store={store}
      competition={competition}
      clock={matchClockKey(event, matchId)}
      hint={t('clock.match.keys')}
    />
  );
}
