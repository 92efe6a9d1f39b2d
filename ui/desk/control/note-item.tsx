// One note or protest of the log, and what becomes of it: decided, withdrawn, opened again.
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { NoteView } from '../../../src/wire/api-judges-log.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { formatMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import styles from './control.module.css';

interface NoteItemProps {
  readonly competition: string;
  readonly note: NoteView;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

type Asked = 'decided' | 'withdrawn' | 'reopened';

export function NoteItem({ competition, note, onDone, onExpired }: NoteItemProps) {
  const { t, language } = useText();
  const [asked, setAsked] = useState<Asked | undefined>();
  const { sort, at, text, by, fee, ending } = note;
  const done = () => {
    setAsked(undefined);
    onDone();
  };
  const ways: readonly Asked[] = ending ? ['reopened'] : sort === 'protest' ? ['decided', 'withdrawn'] : ['decided'];
  return (
    <li className={cx(styles.note, !ending && styles.noteOpen)}>
      <p className={styles.noteHead}>
        <strong>{t(`log.sort.${sort}`)}</strong>
        <AboutWords competition={competition} note={note} />
        <span className={cx(styles.mark, ending && styles.done)}>
          {ending
            ? `✓ ${t(sort === 'note' && ending.outcome === 'decided' ? 'log.dealt' : `log.${ending.outcome}`)}`
            : t('log.open')}
        </span>
      </p>
      <p className={styles.words} dir="auto">
        {text}
      </p>
      <p className={desk.soft}>
        {[by, formatMoment(language, at), fee ? t('log.paid', { fee }) : ''].filter(Boolean).join(' · ')}
      </p>
      {ending ? (
        <div className={styles.ending}>
          <p className={styles.words} dir="auto">
            {ending.text}
          </p>
          <p className={desk.soft}>
            {[ending.by, formatMoment(language, ending.at), ending.feeReturned ? t('log.feeReturned') : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      ) : null}
      {asked ? (
        <EndingForm
          path={pathOf('competitions', competition, 'notes', note.id, 'ending')}
          asked={asked}
          fee={fee}
          onDone={done}
          onCancel={() => setAsked(undefined)}
          onExpired={onExpired}
        />
      ) : (
        <p className={styles.links}>
          {ways.map((way) => (
            <Button key={way} onClick={() => setAsked(way)}>
              {t(sort === 'note' && way === 'decided' ? 'log.do.dealt' : `log.do.${way}`)}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
}

function AboutWords({ competition, note }: Pick<NoteItemProps, 'competition' | 'note'>) {
  const { t } = useText();
  const { about, name, target } = note;
  const { entry, event, match, butt, end } = about;
  const place = end === undefined ? '' : ` · ${t('control.end', { end })}`;
  if (entry !== undefined)
    return (
      <Link href={`/${encodeURIComponent(competition)}/cards/${entry}`}>
        {[target, name ?? String(entry)].filter(Boolean).join(' · ') + place}
      </Link>
    );
  if (match !== undefined) return <span>{`${event} ${match}${place}`}</span>;
  if (event !== undefined) return <span>{event}</span>;
  return <span>{butt === undefined ? t('log.whole') : t('tablet.target', { butt })}</span>;
}

interface EndingFormProps extends Pick<NoteItemProps, 'onDone' | 'onExpired'> {
  readonly path: string;
  readonly asked: Asked;
  readonly fee: string | undefined;
  readonly onCancel: () => void;
}

function EndingForm({ path, asked, fee, onDone, onCancel, onExpired }: EndingFormProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const [feeReturned, setReturned] = useState(false);
  const { change, busy, failure } = useChange(onDone, onExpired);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked === 'reopened') {
      void change(`${path}?${new URLSearchParams({ by, reason: text })}`, { method: 'DELETE' });
      return;
    }
    const json = { outcome: asked, text, by, ...(feeReturned ? { feeReturned: true } : {}) };
    void change(path, { method: 'PUT', json });
  };
  return (
    <form className={styles.endingForm} onSubmit={submit}>
      <Field
        label={t(asked === 'decided' ? 'log.decision' : 'log.reason')}
        value={text}
        maxLength={asked === 'reopened' ? 500 : 2_000}
        required
        autoFocus
        onChange={({ target }) => setText(target.value)}
      />
      <Field
        label={t('desk.settle.judge')}
        value={by}
        maxLength={100}
        required
        onChange={({ target }) => setBy(target.value)}
      />
      {asked === 'decided' && fee !== undefined ? (
        <label className={desk.check}>
          <input type="checkbox" checked={feeReturned} onChange={({ target }) => setReturned(target.checked)} />
          {t('log.returnFee', { fee })}
        </label>
      ) : null}
      {failure ? <Failure failure={failure} /> : null}
      <p className={styles.links}>
        <Button type="submit" look="primary" disabled={busy}>
          {t(`log.do.${asked}`)}
        </Button>
        <Button onClick={onCancel}>{t('control.close')}</Button>
      </p>
    </form>
  );
}
