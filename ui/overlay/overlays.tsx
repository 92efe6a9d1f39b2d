// What can be laid over a picture: a leaderboard's top, one archer, one match, the clock. What is not there yet, or no more, is not shown.
import { useEffect, useRef, useState } from 'react';
import { isEndBlank } from '../../src/domain/card/scorecard.ts';
import { type Side, sides } from '../../src/domain/match/match.ts';
import { endInMatch, lastPlaceOf } from '../../src/domain/match/match-scoring.ts';
import { winChances } from '../../src/domain/match/win-chance.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import { percentsOf } from '../board/percents.ts';
import { Average, EndArrows, Rank } from '../board/row-parts.tsx';
import { useBoard } from '../board/use-board.ts';
import { orderOf, useGlide } from '../board/use-glide.ts';
import { Arrow } from '../parts/arrow.tsx';
import { KeptChip, useShownClock } from '../parts/clock-face.tsx';
import { cx } from '../parts/cx.ts';
import { type FollowedAthlete, listenToAthlete } from '../store/athlete-store.ts';
import { type BoardRow, type BoardState, movementOfBoard } from '../store/leaderboard-store.ts';
import { matchViewOf, type Play } from '../store/match-store.ts';
import { useMatch } from '../store/use-match.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { nameOfSide, titleOfMatch, wordsOfPlace } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './overlay.module.css';
import type { OverlayKind } from './overlay-kind.ts';
import type { OverlayField, OverlayOptions } from './overlay-options.ts';

interface OverlayProps {
  readonly of: OverlayKind;
  readonly options: OverlayOptions;
}

export function Overlay({ of, options }: OverlayProps) {
  const { fields, top } = options;
  switch (of.kind) {
    case 'leaderboard':
      return <LeaderboardOverlay {...of} fields={fields} top={top} />;
    case 'athlete':
      return <AthleteOverlay {...of} fields={fields} />;
    case 'match':
      return <MatchOverlay {...of} fields={fields} />;
    case 'clock':
      return <ClockOverlay {...of} />;
  }
}

interface Shown {
  readonly competition: string;
  readonly fields: readonly OverlayField[];
}

function LeaderboardOverlay({
  competition,
  category,
  fields,
  top,
}: Shown & { readonly category: string; readonly top: number }) {
  const board = useBoard(competition, category)?.board;
  const list = useRef<HTMLDivElement>(null);
  const rows = board?.rows.slice(0, top);
  useGlide(list, orderOf(rows ?? []));
  if (!board || !rows || rows.length === 0) return null;
  const moved = movementOfBoard(board);
  return (
    <section className={styles.card}>
      {fields.includes('title') ? <Title main={board.head.categoryName} side={board.head.roundName} /> : null}
      <div ref={list} className={styles.rows}>
        {rows.map((row) => (
          <div key={row.entry} className={styles.row} data-glide={row.entry}>
            <Line row={row} board={board} fields={fields} moved={moved.get(row.entry) ?? 0} />
          </div>
        ))}
      </div>
    </section>
  );
}

interface LineProps {
  readonly row: BoardRow;
  readonly board: BoardState;
  readonly fields: readonly OverlayField[];
  readonly moved: number;
}

function Line({ row, board, fields, moved }: LineProps) {
  const has = (field: OverlayField) => fields.includes(field);
  return (
    <>
      <span className={styles.rank}>
        <Rank row={row} moved={has('moved') ? moved : 0} />
      </span>
      <span className={styles.who}>
        <span className={styles.name}>{row.name}</span>
        {has('club') || (has('target') && row.target) ? (
          <span className={styles.club}>
            {[has('target') ? row.target : '', has('club') ? row.club : ''].filter(Boolean).join(' · ')}
          </span>
        ) : null}
      </span>
      {has('arrows') ? (
        <span className={styles.arrows}>
          <EndArrows row={row} head={board.head} />
        </span>
      ) : null}
      {has('average') ? (
        <span className={styles.average}>
          <Average row={row} />
        </span>
      ) : null}
      <span className={styles.total}>{row.total}</span>
    </>
  );
}

function Title({ main, side }: { readonly main: string; readonly side: string }) {
  return (
    <p className={styles.title}>
      <strong>{main}</strong> <span>{side}</span>
    </p>
  );
}

/** A lower third: the archer's line of the leaderboard, larger. */
function AthleteOverlay({ competition, entry, fields }: Shown & { readonly entry: number }) {
  const [athlete, setAthlete] = useState<FollowedAthlete | undefined>();
  useEffect(
    () => viewerSession().follow({ kind: 'athlete', competition, entry }, listenToAthlete(setAthlete)),
    [competition, entry],
  );
  const sheet = athlete === 'missing' ? undefined : athlete;
  const board = useBoard(competition, sheet?.archers[0]?.category)?.board;
  const row = board?.rows.find((each) => each.entry === entry);
  if (!board || !row) return null;
  const moved = movementOfBoard(board).get(entry) ?? 0;
  return (
    <section className={cx(styles.card, styles.third)}>
      {fields.includes('title') ? <Title main={board.head.categoryName} side={board.head.roundName} /> : null}
      <div className={styles.row}>
        <Line row={row} board={board} fields={fields} moved={moved} />
      </div>
    </section>
  );
}

function MatchOverlay({
  competition,
  event,
  match,
  fields,
}: Shown & { readonly event: string; readonly match: string }) {
  const text = useText();
  const followed = useMatch(competition, event, match);
  if (!followed || followed === 'missing') return null;
  const { play, sheet } = matchViewOf(followed, []);
  if (!play) return null;
  const { form: formA } = sheet.sides.a;
  const chances = fields.includes('chance') ? winChances(play.match, { a: formA, b: sheet.sides.b.form }) : undefined;
  const percents = chances && percentsOf(chances);
  const place = play.place ?? lastPlaceOf(play.match);
  return (
    <section className={styles.card}>
      {fields.includes('title') ? (
        <Title
          main={`${titleOfMatch(text, sheet)} · ${sheet.eventName}`}
          side={place && play.score.status.kind !== 'over' ? wordsOfPlace(text, play.match.format, place) : ''}
        />
      ) : null}
      {sides.map((side) => (
        <SideLine
          key={side}
          side={side}
          play={play}
          name={nameOfSide(text, sheet, side)}
          club={fields.includes('club') ? sheet.sides[side].club : ''}
          withArrows={fields.includes('arrows')}
          percent={percents?.[side]}
        />
      ))}
    </section>
  );
}

interface SideLineProps {
  readonly side: Side;
  readonly play: Play;
  readonly name: string;
  readonly club: string;
  readonly withArrows: boolean;
  readonly percent: number | undefined;
}

function SideLine({ side, play, name, club, withArrows, percent }: SideLineProps) {
  const { t } = useText();
  const { match, place, score } = play;
  const isBegun = place && sides.some((each) => !isEndBlank(endInMatch(match, each, place)));
  const shown = isBegun ? place : (lastPlaceOf(match) ?? place);
  const arrows = shown ? endInMatch(match, side, shown) : [];
  const won = score.status.kind === 'over' && score.status.winner === side;
  return (
    <div className={cx(styles.row, won && styles.won, play.turn === side && styles.turn)}>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        {club ? <span className={styles.club}>{club}</span> : null}
      </span>
      {percent === undefined ? null : (
        <span className={styles.chance}>
          <span className={styles.small}>{t('board.chance')}</span>
          <span dir="ltr">{t('board.chance.percent', { percent })}</span>
        </span>
      )}
      {withArrows ? (
        <span className={styles.arrows}>
          {arrows.map((value, box) => (
            <Arrow
              // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
              key={`${shown?.part}${shown?.number}/${box}/${value}`}
              value={value}
              face={faceOf(match)}
              fresh={value !== null}
            />
          ))}
        </span>
      ) : null}
      <span className={styles.total}>{score.points[side]}</span>
    </div>
  );
}

function ClockOverlay({ competition, clock }: { readonly competition: string; readonly clock: string | undefined }) {
  const shown = useShownClock(viewerSession().clocks(competition), clock === undefined ? undefined : [clock])?.shown;
  if (!shown || shown.face.phase === 'idle') return null;
  return (
    <section className={styles.clock}>
      <KeptChip shown={shown} />
    </section>
  );
}
