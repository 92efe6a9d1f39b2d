// A new note or protest: what it is about, in words that the judge has in hand, such as a target, an archer's target, or a match.
import { type FormEvent, useState } from 'react';
import type { NoteAbout, NoteKind } from '../../../src/domain/judges-log/judges-log.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { EntryView } from '../../../src/wire/api-entries.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import desk from '../desk.module.css';
import { makeShortId } from '../make-short-id.ts';
import { useChange } from '../use-change.ts';
import styles from './control.module.css';

interface NoteFormProps {
  readonly competition: CompetitionView;
  readonly first: NoteAbout;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

const empty = { text: '', by: '', fee: '', end: '', place: '' };

export function NoteForm({ competition, first, onDone, onExpired }: NoteFormProps) {
  const { t } = useText();
  const [sort, setSort] = useState<NoteKind>('note');
  const [id, setId] = useState(makeShortId);
  const [isSaved, setSaved] = useState(false);
  const { draft, change, forget } = useDraft(`note/${competition.id}`, empty);
  const [wrongPlace, setWrongPlace] = useState(false);
  const entries = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'));
  const asked = useChange(onDone, onExpired);
  const known = entries.data?.find(({ number }) => number === first.entry);
  const type = (part: Partial<typeof empty>) => {
    setSaved(false);
    setWrongPlace(false);
    change(part);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const about = aboutOf(first, draft, entries.data ?? []);
    if (!about) {
      setWrongPlace(true);
      return;
    }
    const { text, by, fee } = draft;
    const json = { sort, about, text, by, ...(sort === 'protest' && fee.trim() !== '' ? { fee } : {}) };
    if (!(await asked.change(pathOf('competitions', competition.id, 'notes', id), { method: 'PUT', json }))) return;
    forget();
    change({ ...empty, by });
    setId(makeShortId());
    setSaved(true);
  };
  const isFixed = first.entry !== undefined || first.match !== undefined;
  return (
    <form className={cards.box} onSubmit={(event) => void submit(event)} aria-labelledby="new-note">
      <h3 id="new-note" className={cards.boxTitle}>
        {t('log.new')}
      </h3>
      <Choice
        legend={t('log.sort')}
        name="sort"
        options={(['note', 'protest'] as const).map((value) => ({ value, label: t(`log.sort.${value}`) }))}
        value={sort}
        onChange={setSort}
        {...(sort === 'protest' ? { hint: t('log.protest.hint') } : {})}
      />
      {isFixed ? (
        <p>
          <strong>
            {known ? [known.target, known.name].filter(Boolean).join(' · ') : [first.event, first.match].join(' ')}
          </strong>
        </p>
      ) : (
        <Field
          label={t('log.place')}
          note={t('desk.optional')}
          hint={t('log.place.hint')}
          error={wrongPlace ? t('log.place.wrong', { text: draft.place }) : undefined}
          value={draft.place === '' && first.butt !== undefined ? String(first.butt) : draft.place}
          maxLength={5}
          onChange={({ target }) => type({ place: target.value })}
        />
      )}
      <Field
        label={t('log.end')}
        note={t('desk.optional')}
        value={draft.end}
        inputMode="numeric"
        maxLength={3}
        onChange={({ target }) => type({ end: target.value.replace(/\D/g, '') })}
      />
      <label className={styles.textField}>
        <span>{t('log.text')}</span>
        <textarea
          className={desk.textarea}
          value={draft.text}
          maxLength={2_000}
          required
          onChange={({ target }) => type({ text: target.value })}
        />
      </label>
      <Field
        label={t(sort === 'protest' ? 'log.by.protest' : 'log.by')}
        value={draft.by}
        maxLength={100}
        required
        onChange={({ target }) => type({ by: target.value })}
      />
      {sort === 'protest' ? (
        <Field
          label={t('log.fee')}
          note={t('desk.optional')}
          value={draft.fee}
          maxLength={40}
          onChange={({ target }) => type({ fee: target.value })}
        />
      ) : null}
      {asked.failure ? <Failure failure={asked.failure} /> : null}
      {isSaved ? <Banner tone="good">{t('log.saved')}</Banner> : null}
      <Button type="submit" look="primary" disabled={asked.busy}>
        {t('log.save')}
      </Button>
    </form>
  );
}

/** Undefined where the place that was typed is neither a target nor an archer's. */
function aboutOf(first: NoteAbout, { place, end }: typeof empty, entries: readonly EntryView[]): NoteAbout | undefined {
  const withEnd = end === '' ? {} : { end: Number(end) };
  if (first.entry !== undefined || first.match !== undefined) return { ...first, ...withEnd };
  const typed = place.trim() === '' && first.butt !== undefined ? String(first.butt) : place.trim().toUpperCase();
  if (typed === '') return {};
  if (/^\d{1,4}$/.test(typed)) return { butt: Number(typed) };
  const entry = entries.find(({ target }) => target === typed);
  return entry && { entry: entry.number, ...withEnd };
}
