// One match as it is shot, arrow by arrow: on a TV over the whole screen, on a phone as a page.
import { useEffect, useState } from 'react';
import { type End, isEndBlank } from '../../src/domain/card/scorecard.ts';
import { matchClockKey } from '../../src/domain/clock/kept-clock.ts';
import type { MatchClockFace } from '../../src/domain/clock/match-clock.ts';
import { arrowPoints, type Side, sides } from '../../src/domain/match/match.ts';
import { endInMatch, lastPlaceOf, type MatchPlace } from '../../src/domain/match/match-scoring.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Arrow } from '../parts/arrow.tsx';
import { SideTime, useShownClock } from '../parts/clock-face.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { MatchEnds } from '../parts/match-ends.tsx';
import { type MatchView, matchViewOf, type Play } from '../store/match-store.ts';
import { type FollowedMatch, listenToMatch } from '../store/match-topic.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { nameOfSide, titleOfMatch, wordsOfNeeds, wordsOfPlace } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { BoardShell } from './board-shell.tsx';
import styles from './match-board.module.css';
import { eventPath } from './match-links.tsx';
import type { Layout } from './view-options.ts';
import { WinChance } from './win-chance.tsx';

interface MatchBoardProps {
  readonly competition: CompetitionView;
  readonly event: string;
  readonly match: string;
  readonly layout: Layout;
}

interface Heard {
  readonly now: FollowedMatch | undefined;
  /** What was shown before: arrows that are new light up. */
  readonly before: FollowedMatch | undefined;
}

function useMatch(competition: string, event: string, match: string): Heard {
  const [heard, setHeard] = useState<Heard>({ now: undefined, before: undefined });
  useEffect(() => {
    setHeard({ now: undefined, before: undefined });
    const listener = listenToMatch((fresh) => setHeard(({ now }) => ({ now: fresh, before: now })));
    return viewerSession().follow({ kind: 'match', competition, event, match }, listener);
  }, [competition, event, match]);
  return heard;
}

const playOf = (followed: FollowedMatch | undefined): Play | undefined =>
  followed && followed !== 'missing' ? matchViewOf(followed, []).play : undefined;

export function MatchBoard({ competition, event, match, layout }: MatchBoardProps) {
  const text = useText();
  const { t } = text;
  const { now, before } = useMatch(competition.id, event, match);
  const view = now && now !== 'missing' ? matchViewOf(now, []) : undefined;
  const clock = useMatchFace(competition.id, view);
  const title = view ? `${titleOfMatch(text, view.sheet)} · ${view.sheet.eventName}` : t('match.board.title');
  return (
    <BoardShell
      {...{ competition, title, layout }}
      back={{ href: eventPath(competition.id, event), words: t('match.back') }}
    >
      {now === 'missing' ? (
        <Empty title={t('match.missing')} />
      ) : view ? (
        <div className={cx(styles.board, layout === 'screen' && styles.big)}>
          <Scoreboard view={view} before={playOf(before)} clock={clock} />
        </div>
      ) : (
        <Skeleton rows={4} label={t('match.loading')} />
      )}
    </BoardShell>
  );
}

/** Undefined before the desk has called the match by turns, and after the match. */
function useMatchFace(competition: string, view: MatchView | undefined): MatchClockFace | undefined {
  const { event = '', matchId = '' } = view?.sheet ?? {};
  const shown = useShownClock(viewerSession().clocks(competition), [matchClockKey(event, matchId)])?.shown;
  const isOver = view?.play?.score.status.kind === 'over';
  return shown?.of === 'match' && shown.face.phase !== 'idle' && !isOver ? shown.face : undefined;
}

interface ScoreboardProps {
  readonly view: MatchView;
  readonly before: Play | undefined;
  /** Where the sides shoot by turns. */
  readonly clock: MatchClockFace | undefined;
}

function Scoreboard({ view, before, clock }: ScoreboardProps) {
  const text = useText();
  const { t } = text;
  const { play, sheet } = view;
  const names = { a: nameOfSide(text, sheet, 'a'), b: nameOfSide(text, sheet, 'b') };
  const place = play && shownPlace(play);
  return (
    <>
      <p className={styles.place}>
        {place ? wordsOfPlace(text, play.match.format, place) : ''}
        {clock ? <strong className={styles.phase}>{t(`clock.phase.${clock.phase}`)}</strong> : null}
      </p>
      <div className={styles.sides}>
        {sides.map((side) => (
          <SideRow key={side} {...{ view, side, place, before, clock }} name={names[side]} />
        ))}
      </div>
      {play ? (
        <>
          <Verdict view={view} play={play} />
          <WinChance view={view} names={names} />
          <div className={styles.ends}>
            <MatchEnds play={play} names={names} withArrows />
          </div>
          <p className={styles.hidden} role="status">
            {t('match.board.announce', {
              ...{ a: names.a, b: names.b },
              ...{ pointsA: play.score.points.a, pointsB: play.score.points.b },
            })}
          </p>
        </>
      ) : null}
    </>
  );
}

/** The end that is being shot; before its first arrow, and after the match, the last one. */
function shownPlace({ match, place }: Play): MatchPlace | undefined {
  const isBegun = place && sides.some((side) => !isEndBlank(endInMatch(match, side, place)));
  return isBegun ? place : (lastPlaceOf(match) ?? place);
}

interface SideRowProps extends ScoreboardProps {
  readonly side: Side;
  readonly name: string;
  readonly place: MatchPlace | undefined;
}

function SideRow({ view, side, name, place, before, clock }: SideRowProps) {
  const { t } = useText();
  const { play, sheet } = view;
  const { club, seed, kind, archers } = sheet.sides[side];
  const status = play?.score.status;
  const won = status?.kind === 'over' && status.winner === side;
  const arrows: End = play && place ? endInMatch(play.match, side, place) : [];
  const old: End = before && place ? endInMatch(before.match, side, place) : arrows;
  return (
    <section className={cx(styles.side, won && styles.won, play?.turn === side && styles.turn)} aria-label={name}>
      <div className={styles.who}>
        <div className={styles.nameAndTime}>
          <h2 className={styles.name}>{name}</h2>
          {clock ? <SideTime face={clock} side={side} name={name} /> : null}
        </div>
        <p className={styles.club}>
          {kind === 'competitor'
            ? [t('match.seed', { seed }), archers.length > 1 ? archers.join(', ') : club].filter(Boolean).join(' · ')
            : ''}
        </p>
        {play?.turn === side ? <p className={styles.now}>{t('match.turn')}</p> : null}
      </div>
      <div className={styles.arrows}>
        {arrows.map((value, box) => (
          <Arrow
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            key={`${place?.part}${place?.number}/${box}/${value}`}
            value={value}
            face={play && faceOf(play.match)}
            fresh={value !== null && old[box] === null}
          />
        ))}
        <span className={styles.sum}>
          <span className={styles.hidden}>{t('tablet.endTotal')} </span>
          {play && !isEndBlank(arrows) ? arrowPoints(play.match, arrows) : ''}
        </span>
      </div>
      <p className={styles.points}>
        <span className={styles.hidden}>
          {t(play?.match.format.system === 'set' ? 'match.setPoints' : 'match.total')}{' '}
        </span>
        {play?.score.points[side] ?? ''}
      </p>
    </section>
  );
}

/** What is needed, or who won. */
function Verdict({ view, play }: { readonly view: MatchView; readonly play: Play }) {
  const text = useText();
  const { t } = text;
  const { status } = play.score;
  const { projection } = play;
  const needs = wordsOfNeeds(text, play);
  if (status.kind === 'over') {
    const { winner, by } = status;
    if (!winner) return <p className={styles.verdict}>{t('match.over.nobody')}</p>;
    const name = nameOfSide(text, view.sheet, winner);
    return (
      <p className={styles.verdict}>
        {by === 'bye' ? t('match.over.bye', { name }) : t('match.over.won', { name })}
        {by === 'shootOff' ? ` ${t('match.over.shootOff')}` : ''}
      </p>
    );
  }
  if (status.kind === 'measure') return <p className={styles.verdict}>{t('match.measure')}</p>;
  if (!projection || !needs) return null;
  return (
    <p className={styles.verdict}>{t('match.needs', { name: nameOfSide(text, view.sheet, projection.side), needs })}</p>
  );
}
