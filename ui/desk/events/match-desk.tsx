// One match at the desk: arrows typed by the keyboard, ends corrected, a shoot-off measured, who shoots first, who is not there; and its record.
import { useState } from 'react';
import { Link } from 'wouter';
import type { End } from '../../../src/domain/card/scorecard.ts';
import { type BySide, type Match, type Side, sides } from '../../../src/domain/match/match.ts';
import { findMatchFormat } from '../../../src/domain/match/match-format.ts';
import { endInMatch, type MatchPlace } from '../../../src/domain/match/match-scoring.ts';
import type { MatchRecordView, MatchView } from '../../../src/wire/api-matches.ts';
import { Banner } from '../../parts/banner.tsx';
import button from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { MatchEnds } from '../../parts/match-ends.tsx';
import { pathOf } from '../../store/api.ts';
import { nameOfMatch, type Play, playOf } from '../../store/match-store.ts';
import { useApi } from '../../store/use-api.ts';
import { wordsOfName, wordsOfNeeds, wordsOfPlace } from '../../text/match-words.ts';
import { useText } from '../../text/text-context.tsx';
import { NotesAbout } from '../control/judges-log.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { CorrectEnd } from './correct-end.tsx';
import type { EventPartProps, MatchFormProps } from './event-part.ts';
import { eventsPage, matchInAddress } from './event-path.ts';
import styles from './events.module.css';
import { AttendanceForm, BeginsForm, MeasureForm } from './match-questions.tsx';
import { MatchRecord } from './match-record.tsx';
import { ScoreEnd } from './match-typing.tsx';

const refreshMs = 2_500;

export function MatchDesk({
  competition,
  event,
  match: id,
  onChanged,
  onExpired,
}: EventPartProps & { readonly match: string }) {
  const text = useText();
  const { t } = text;
  const path = pathOf('competitions', competition.id, 'events', event.id, 'matches', matchInAddress(id));
  const { data, failure, reload } = useApi<MatchView>(path, refreshMs);
  const record = useApi<MatchRecordView>(`${path}/changes`, refreshMs);
  const [correcting, setCorrecting] = useState<{ readonly place: MatchPlace; readonly side: Side } | undefined>();
  const done = () => {
    reload();
    record.reload();
    onChanged();
  };
  const { change, busy, failure: refused } = useChange(done, onExpired);
  useExpiry(failure ?? record.failure, onExpired);
  if (!data) {
    if (failure?.status === 404) return <Empty title={t('match.missing')}>{t('match.missing.text')}</Empty>;
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  }
  const names = namesOf(t, data);
  const play = playIn(data, competition.ruleSetId, event);
  const form = { path, names, change, busy };
  return (
    <>
      <div className={styles.head}>
        <h4 className={styles.title}>{wordsOfName(text, nameOfMatch(data.id, data.level, data.topPlace))}</h4>
        <p className={desk.soft}>
          {data.slot ? `${data.slot.at.replace('T', ' ')} · ` : ''}
          {data.slot ? wordsOfButts(t, data.slot.butts) : t('events.plan.noPlace')}
        </p>
        <Link
          href={`/${encodeURIComponent(competition.id)}/prints/matchCards/${event.id}:${data.id.replace('/', '-')}`}
          className={button.button}
        >
          {t('events.match.print')}
        </Link>
        <Link href={eventsPage(competition.id, event.id, 'draw')} className={button.button}>
          {t('events.match.back')}
        </Link>
      </div>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      <Score data={data} names={names} play={play} />
      <NotesAbout competition={competition.id} item={`match-${event.id}-${data.id}`} />
      {refused ? <Failure failure={refused} /> : null}
      {play ? (
        <div className={styles.columns}>
          <div className={desk.done}>
            <Next {...{ data, play, form }} />
            <CorrectButtons play={play} names={names} onCorrect={setCorrecting} />
            {correcting ? (
              <CorrectEnd
                key={`${correcting.side}/${correcting.place.part}/${correcting.place.number}`}
                {...form}
                {...correcting}
                now={endInMatch(play.match, correcting.side, correcting.place)}
                match={play.match}
                onClose={() => setCorrecting(undefined)}
              />
            ) : null}
          </div>
          <div className={desk.done}>
            {data.status?.kind === 'over' ? null : <BeginsForm {...form} />}
            <AttendanceForm {...form} attendance={data.attendance} />
          </div>
        </div>
      ) : null}
      <MatchRecord changes={record.data?.changes ?? []} names={names} />
    </>
  );
}

function namesOf(t: ReturnType<typeof useText>['t'], { seats }: MatchView): BySide<string> {
  const name = (side: Side) =>
    seats[side].name ?? t(seats[side].kind === 'nobody' ? 'match.side.nobody' : 'match.side.pending');
  return { a: name('a'), b: name('b') };
}

function wordsOfButts(t: ReturnType<typeof useText>['t'], butts: BySide<number>): string {
  return butts.a === butts.b ? t('match.board.target', { butt: butts.a }) : t('match.board.targets', butts);
}

/** Undefined while it is not known who shoots, and where nothing is shot. */
function playIn(data: MatchView, ruleSetId: string, { elimination }: EventPartProps['event']): Play | undefined {
  const format = findMatchFormat(ruleSetId, data.format.id);
  if (!format || data.kind !== 'match' || !data.status) return undefined;
  const match: Match = {
    format,
    faceId: data.faceId,
    ...(elimination?.face ? { face: elimination.face } : {}),
    attendance: data.attendance,
    ends: data.ends.map(({ arrows }) => arrows),
    shootOffs: data.shootOffs.map(({ arrows, closest }) => ({ arrows, closest: closest ?? undefined })),
  };
  return playOf(match, data.ends[0]?.begins ?? undefined, elimination?.whenLevel ?? 'firstEnd');
}

interface ScoreProps {
  readonly data: MatchView;
  readonly names: BySide<string>;
  readonly play: Play | undefined;
}

function Score({ data, names, play }: ScoreProps) {
  const text = useText();
  const { t } = text;
  const { kind, status, points, winner } = data;
  const other = sides.find((side) => data.seats[side].kind === 'competitor');
  return (
    <>
      {kind === 'bye' && other ? <Banner tone="info">{t('match.over.bye', { name: names[other] })}</Banner> : null}
      {kind === 'match' && !status ? <Banner tone="info">{t('match.pending')}</Banner> : null}
      <p className={styles.score} role="status">
        <span>{names.a}</span>
        <strong>{points ? `${points.a} : ${points.b}` : '–'}</strong>
        <span>{names.b}</span>
      </p>
      {status?.kind === 'over' ? (
        <Banner tone="good">{winner ? t('match.over.won', { name: names[winner] }) : t('match.over.nobody')}</Banner>
      ) : null}
      {play?.projection ? (
        <p>{t('match.needs', { name: names[play.projection.side], needs: wordsOfNeeds(text, play) ?? '' })}</p>
      ) : null}
      {play ? <MatchEnds play={play} names={names} withArrows /> : null}
    </>
  );
}

interface NextProps {
  readonly data: MatchView;
  readonly play: Play;
  readonly form: MatchFormProps;
}

/** What the match waits for. */
function Next({ data, play, form }: NextProps) {
  const { status } = data;
  const number = status?.number ?? 1;
  if (status?.kind === 'measure') return <MeasureForm {...form} number={number} />;
  if (status?.kind !== 'end' && status?.kind !== 'shootOff') return null;
  const place: MatchPlace = { part: status.kind, number };
  const now: BySide<End> = { a: endInMatch(play.match, 'a', place), b: endInMatch(play.match, 'b', place) };
  return <ScoreEnd key={`${place.part}/${place.number}`} {...form} place={place} match={play.match} now={now} />;
}

interface CorrectButtonsProps {
  readonly play: Play;
  readonly names: BySide<string>;
  readonly onCorrect: (what: { readonly place: MatchPlace; readonly side: Side }) => void;
}

/** A button for every end that somebody has shot in. */
function CorrectButtons({ play, names, onCorrect }: CorrectButtonsProps) {
  const text = useText();
  const { t } = text;
  const { match } = play;
  const places: readonly MatchPlace[] = [
    ...match.ends.map((_, index): MatchPlace => ({ part: 'end', number: index + 1 })),
    ...match.shootOffs.map((_, index): MatchPlace => ({ part: 'shootOff', number: index + 1 })),
  ];
  const written = places.filter((place) =>
    sides.some((side) => endInMatch(match, side, place).some((arrow) => arrow !== null)),
  );
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="correct">
      <h4 id="correct" className={desk.sectionTitle}>
        {t('events.match.correct')}
      </h4>
      <ul className={styles.corrections}>
        {written.map((place) => (
          <li key={`${place.part}/${place.number}`}>
            <span>{wordsOfPlace(text, match.format, place)}</span>
            {sides.map((side) => (
              <Button
                key={side}
                aria-label={t('events.match.correct.of', {
                  name: names[side],
                  place: wordsOfPlace(text, match.format, place),
                })}
                onClick={() => onCorrect({ place, side })}
              >
                {names[side]}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
