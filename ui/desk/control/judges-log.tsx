// The judges' log: what is open first, then the rest, newest first; a new note or protest beside it.
import { useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { NotesView, NoteView } from '../../../src/wire/api-judges-log.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Choice } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import { useExpiry } from '../use-expiry.ts';
import styles from './control.module.css';
import { isAbout, readAbout } from './note-about.ts';
import { NoteForm } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';

interface JudgesLogProps {
  readonly competition: CompetitionView;
  /** What a new note is about: `entry-5`. */
  readonly item: string | undefined;
  readonly onExpired: () => void;
}

const refreshMs = 5_000;
const shows = ['all', 'open', 'protests'] as const;
type Show = (typeof shows)[number];

function isShown({ sort, ending }: NoteView, show: Show): boolean {
  if (show === 'open') return ending === undefined;
  return show === 'all' || sort === 'protest';
}

export function JudgesLog({ competition, item, onExpired }: JudgesLogProps) {
  const { t } = useText();
  const { data, failure, reload } = useApi<NotesView>(pathOf('competitions', competition.id, 'notes'), refreshMs);
  const [show, setShow] = useState<Show>('all');
  useExpiry(failure, onExpired);
  if (!data)
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton rows={6} label={t('app.loading')} />;
  const shown = data.notes.filter((note) => isShown(note, show));
  const inOrder = [...shown.filter(({ ending }) => !ending), ...shown.filter(({ ending }) => ending)];
  return (
    <>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      <div className={cards.columns}>
        <div className={styles.main}>
          <Choice
            legend={t('log.show')}
            name="log"
            options={shows.map((value) => ({ value, label: t(`log.show.${value}`) }))}
            value={show}
            onChange={setShow}
          />
          {inOrder.length === 0 ? <Empty title={t('log.none')}>{t('log.none.text')}</Empty> : null}
          <ul className={styles.notes} aria-label={t('desk.tab.log')}>
            {inOrder.map((note) => (
              <NoteItem key={note.id} competition={competition.id} note={note} onDone={reload} onExpired={onExpired} />
            ))}
          </ul>
        </div>
        <div className={cards.side}>
          {competition.isClosed ? null : (
            <NoteForm
              key={item ?? ''}
              competition={competition}
              first={readAbout(item)}
              onDone={reload}
              onExpired={onExpired}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface NotesAboutProps {
  readonly competition: string;
  /** `entry-5` */
  readonly item: string;
}

/** Beside a card or a match: what the log says of it, and the way to add to it. */
export function NotesAbout({ competition, item }: NotesAboutProps) {
  const { t } = useText();
  const { data } = useApi<NotesView>(pathOf('competitions', competition, 'notes'), refreshMs);
  const notes = (data?.notes ?? []).filter(({ about }) => isAbout(about, readAbout(item)));
  return (
    <section className={cards.box} aria-labelledby="notes-about">
      <h3 id="notes-about" className={cards.boxTitle}>
        {t('desk.tab.log')}
      </h3>
      {notes.length === 0 ? null : (
        <ul className={styles.lines}>
          {notes.map(({ id, sort, text, by, ending }) => (
            <li key={id}>
              <strong>{t(`log.sort.${sort}`)}</strong> {by}
              <span dir="auto">{text}</span>
              <span>{ending ? `${t(`log.${ending.outcome}`)}: ${ending.text}` : t('log.open')}</span>
            </li>
          ))}
        </ul>
      )}
      <Link href={`/${encodeURIComponent(competition)}/log/${encodeURIComponent(item)}`}>{t('control.addNote')}</Link>
    </section>
  );
}
