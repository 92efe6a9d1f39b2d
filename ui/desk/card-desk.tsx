// One scorecard on the desk: both cards side by side, what differs and how it is settled, the paper card typed in, who has signed.
import { useState } from 'react';
import { Link } from 'wouter';
import { isEndBlank } from '../../src/domain/card/scorecard.ts';
import { findFace } from '../../src/domain/rounds/faces.ts';
import type { CardRecordView, ScorecardView } from '../../src/wire/api-cards.ts';
import type { FaceView, RoundView } from '../../src/wire/api-catalogue.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { ScrollFrame } from '../parts/scroll-frame.tsx';
import table from '../parts/table.module.css';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import type { CardEnd } from './card-end.ts';
import { CardSignatures } from './card-signatures.tsx';
import styles from './cards.module.css';
import { NotesAbout } from './control/judges-log.tsx';
import { WholeCard } from './control/whole-card.tsx';
import desk from './desk.module.css';
import { PaperCard } from './paper-card.tsx';
import { SettleEnd } from './settle-end.tsx';
import { useExpiry } from './use-expiry.ts';

interface CardDeskProps {
  readonly competition: CompetitionView;
  readonly entry: number;
  readonly onExpired: () => void;
}

/** What is being written: an end of the second card, or an end that is settled. */
interface Work {
  readonly kind: 'paper' | 'settle';
  readonly end: number;
}

const refreshMs = 8_000;

export function CardDesk({ competition, entry, onExpired }: CardDeskProps) {
  const { t } = useText();
  const { id, scoring } = competition;
  const path = pathOf('competitions', id, 'entries', entry, 'scorecard');
  const card = useApi<ScorecardView>(path, refreshMs);
  const record = useApi<CardRecordView>(`${path}/changes`, refreshMs);
  const ownRounds = useApi<readonly RoundView[]>(pathOf('competitions', id, 'rounds'));
  const [work, setWork] = useState<Work | undefined>();
  const [isHiding, setHiding] = useState(scoring === 'two');
  useExpiry(card.failure ?? record.failure, onExpired);
  const { data, failure } = card;
  if (!data) {
    if (failure?.status === 404) return <Empty title={t('rejection.unknownEntry', { entry })} />;
    return failure ? (
      <Failure failure={failure} onRetry={card.reload} />
    ) : (
      <Skeleton rows={8} label={t('app.loading')} />
    );
  }
  const reload = () => {
    card.reload();
    record.reload();
  };
  const done = () => {
    setWork(undefined);
    reload();
  };
  const faceOf = (end: CardEnd): FaceView | undefined => faceIn(ownRounds.data ?? [], data, end);
  const settling = data.ends.find(({ end }) => work?.kind === 'settle' && end === work.end);
  return (
    <>
      <div className={styles.head}>
        <Link href={`/${encodeURIComponent(id)}/cards`}>{t('desk.card.back')}</Link>
        <h3 className={styles.name}>{data.name}</h3>
        <p className={desk.soft}>{[data.category, data.club, data.roundName].filter(Boolean).join(' · ')}</p>
      </div>
      {failure ? <Failure failure={failure} onRetry={card.reload} /> : null}
      <div className={styles.columns}>
        <div className={styles.side}>
          <label className={desk.check}>
            <input type="checkbox" checked={isHiding} onChange={({ target }) => setHiding(target.checked)} />
            {t('desk.card.hide')}
          </label>
          <CardTable card={data} faceOf={faceOf} isHiding={isHiding} onWork={data.isLocked ? undefined : setWork} />
        </div>
        <div className={styles.side}>
          {settling ? (
            <SettleEnd
              key={settling.end}
              path={path}
              end={settling}
              face={faceOf(settling)}
              onDone={done}
              onCancel={() => setWork(undefined)}
              onExpired={onExpired}
            />
          ) : data.isLocked ? null : (
            <PaperCard
              path={path}
              card={data}
              scoring={scoring}
              faceOf={faceOf}
              afterwards={(isTyping) => (
                <WholeCard competition={id} entry={entry} isTyping={isTyping} onExpired={onExpired} />
              )}
              asked={work?.kind === 'paper' ? work.end : undefined}
              onTyped={() => setWork(undefined)}
              onSaved={reload}
              onExpired={onExpired}
            />
          )}
          <NotesAbout competition={id} item={`entry-${entry}`} />
          <CardSignatures path={path} card={data} record={record.data} onDone={reload} onExpired={onExpired} />
        </div>
      </div>
    </>
  );
}

/** The face of an end: an organiser's own round brings it along. */
function faceIn(ownRounds: readonly RoundView[], card: ScorecardView, { distance, faceId }: CardEnd) {
  const own = ownRounds.find(({ id }) => id === card.roundId);
  return own?.distances[distance - 1]?.face ?? findFace(faceId);
}

interface CardTableProps {
  readonly card: ScorecardView;
  readonly faceOf: (end: CardEnd) => FaceView | undefined;
  readonly isHiding: boolean;
  /** Undefined where nothing is written any more. */
  readonly onWork: ((work: Work) => void) | undefined;
}

function CardTable({ card, faceOf, isHiding, onWork }: CardTableProps) {
  const { t } = useText();
  return (
    <ScrollFrame label={t('desk.card.table', { name: card.name })}>
      <table className={table.table} aria-label={t('desk.card.table', { name: card.name })}>
        <thead>
          <tr>
            <th scope="col">{t('cards.view.end')}</th>
            <th scope="col">{t('desk.card.first')}</th>
            <th scope="col">{t('desk.card.second')}</th>
            <th scope="col">{t('desk.card.state')}</th>
          </tr>
        </thead>
        <tbody>
          {card.ends.map((end) => (
            <EndRow key={end.end} end={end} face={faceOf(end)} isHiding={isHiding} onWork={onWork} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface EndRowProps extends Pick<CardTableProps, 'isHiding' | 'onWork'> {
  readonly end: CardEnd;
  readonly face: FaceView | undefined;
}

function EndRow({ end, face, isHiding, onWork }: EndRowProps) {
  const { t } = useText();
  const isHidden = isHiding && end.isComplete && (end.checked === null || end.isConfirmed);
  return (
    <tr>
      <td className={styles.rowHead}>{end.end}</td>
      <td>
        {isHidden ? (
          <span className={styles.soft}>{t('desk.card.hidden')}</span>
        ) : (
          <Arrows arrows={end.arrows} face={face} points={isEndBlank(end.arrows) ? undefined : end.points} />
        )}
      </td>
      <td>
        {end.isConfirmed ? (
          <span className={styles.soft}>{t('desk.card.byAthlete')}</span>
        ) : (
          <Arrows arrows={end.checked ?? []} face={face} />
        )}
      </td>
      <td>
        <EndState end={end} onWork={onWork} />
      </td>
    </tr>
  );
}

function EndState({ end, onWork }: Pick<EndRowProps, 'end' | 'onWork'>) {
  const { t } = useText();
  const { check, isConfirmed, isVerified, isComplete, checked } = end;
  const words = isConfirmed && check === 'equal' ? t('cards.check.confirmed') : t(`cards.check.${check}`);
  const isChecked = checked !== null;
  return (
    <div className={styles.state}>
      {isComplete || isChecked ? (
        <span className={cx(check === 'differs' && styles.differs, isChecked && isVerified && styles.verified)}>
          {isChecked && isVerified ? '✓✓ ' : ''}
          {words}
        </span>
      ) : null}
      {onWork && (!isChecked || isConfirmed) ? (
        <Button
          onClick={() => onWork({ kind: 'paper', end: end.end })}
          aria-label={t('desk.card.typeEnd', { end: end.end })}
        >
          {t('desk.card.type')}
        </Button>
      ) : null}
      {onWork && isComplete && isChecked ? (
        <Button
          look={check === 'differs' ? 'primary' : 'quiet'}
          onClick={() => onWork({ kind: 'settle', end: end.end })}
          aria-label={t('desk.card.correctEnd', { end: end.end })}
        >
          {t('desk.card.correct')}
        </Button>
      ) : null}
    </div>
  );
}

interface ArrowsProps {
  readonly arrows: CardEnd['arrows'];
  readonly face: FaceView | undefined;
  readonly points?: number | undefined;
}

/** In the order of entry, as on paper; blank boxes in their places. */
function Arrows({ arrows, face, points }: ArrowsProps) {
  return (
    <span className={styles.arrows}>
      {isEndBlank(arrows)
        ? null
        : arrows.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            <Arrow key={index} value={value} face={face} />
          ))}
      {points === undefined ? null : <span className={styles.points}>{points}</span>}
    </span>
  );
}
