// One entry in a form: a new one, line after line, or one that is there. What is wrong stands beside its field, and nothing typed is lost.
import { type FormEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { archerNeeds } from '../../../src/domain/setup/draw-targets.ts';
import { findFreePlace } from '../../../src/domain/setup/free-place.ts';
import { formatTarget, parseTarget } from '../../../src/domain/target.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { EntryBody } from '../../../src/wire/api-entries.ts';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import type { ApiFailure } from '../../store/api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { sentenceOfError } from '../../text/sentences.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './entries.module.css';
import { namesOf } from './entry-filter.ts';
import type { EntryRequest } from './entry-requests.ts';
import type { Asked, Told } from './entry-store.ts';
import {
  bodyOf,
  codeOf,
  type EntryField,
  type FieldProblems,
  fieldOfRefusal,
  noTexts,
  type ReadEntry,
  readTexts,
  textsOf,
} from './entry-text.ts';

interface EntryFormProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
  /** Absent: a new one. */
  readonly entry?: DeskEntry | undefined;
  readonly change: (request: EntryRequest, told: Told) => Promise<Asked>;
  readonly onClose: () => void;
  /** Begins anew with the entry as it is now. */
  readonly onRestart: () => void;
}

export function EntryForm({ competition, entries, entry, change, onClose, onRestart }: EntryFormProps) {
  const text = useText();
  const { t } = text;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, isOld, edit, forget, was } = useEntryDraft(competition.id, entry);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const { categories, discipline, from } = competition;
  const known = { categories, discipline, year: Number(from.slice(0, 4)) };
  const clubs = useMemo(() => namesOf(entries.map(({ club }) => club)), [entries]);
  const countries = useMemo(() => namesOf(entries.map(({ country = '' }) => country)), [entries]);
  const free = useFreePlace(entries, codeOf(draft.category, known.categories), draft.target === '');
  const focusFirst = () => form.current?.querySelector<HTMLInputElement>('input')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens or another entry comes into it.
  useEffect(focusFirst, [entry?.number]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const read = readTexts(draft, known);
    setProblems(read.problems);
    setFailure(undefined);
    if (Object.keys(read.problems).length > 0) return;
    setBusy(true);
    const asked = await change(...requestOf(entry, was, read));
    setBusy(false);
    if (asked.kind === 'failed') {
      setFailure(asked.failure);
      return;
    }
    forget();
    if (entry) onClose();
    else {
      // The next of a list is often of the same club and category.
      edit({ ...noTexts, club: draft.club, category: draft.category });
      focusFirst();
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };

  const refused = failure && fieldOfRefusal(failure.code);
  const errorOf = (field: EntryField) => {
    const problem = problems[field];
    if (problem) return t(`desk.entry.wrong.${problem}`);
    return failure && refused === field ? sentenceOfError(text, failure) : undefined;
  };
  const fieldOf = (field: EntryField) => ({
    label: t(`desk.entries.column.${field === 'needs' ? 'needs' : field}`),
    value: draft[field],
    error: errorOf(field),
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: HTMLInputElement }) => edit({ [field]: target.value }),
  });
  const optional = t('desk.optional');

  return (
    <form
      ref={form}
      className={styles.panel}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      aria-labelledby={`${id}-title`}
      noValidate
    >
      <h3 id={`${id}-title`} className={styles.panelTitle}>
        {entry ? t('desk.entry.title', { number: entry.number, name: entry.name }) : t('desk.entries.new')}
      </h3>
      {failure && !refused ? <Failure failure={failure} /> : null}
      {isOld || failure?.code === 'entryChangedMeanwhile' ? (
        <Banner
          tone="info"
          action={
            <Button
              onClick={() => {
                forget();
                onRestart();
              }}
            >
              {t('desk.entry.discard')}
            </Button>
          }
        >
          {t('desk.entry.draft')}
        </Banner>
      ) : null}
      <div className={styles.fields}>
        <Field {...fieldOf('name')} />
        <Field {...fieldOf('club')} note={optional} list={`${id}-clubs`} />
        <Field {...fieldOf('category')} hint={t('desk.entry.category.hint')} list={`${id}-categories`} />
        <Field
          {...fieldOf('target')}
          note={optional}
          hint={free ? t('desk.entry.target.freeHint', { place: free }) : t('desk.entry.target.hint')}
          onChange={({ target }) => edit({ target: target.value.trim() === '+' && free ? free : target.value })}
          aside={
            free ? (
              <Button onClick={() => edit({ target: free })}>{t('desk.entry.target.free', { place: free })}</Button>
            ) : undefined
          }
        />
        <Field {...fieldOf('country')} note={optional} list={`${id}-countries`} />
        <Field {...fieldOf('bornIn')} note={optional} inputMode="numeric" />
        <Field {...fieldOf('licence')} note={optional} />
        <Field {...fieldOf('also')} note={optional} hint={t('desk.entry.also.hint')} />
        <Needs value={draft.needs} onChange={(needs) => edit({ needs })} />
      </div>
      <Offered id={`${id}-clubs`} options={clubs} />
      <Offered id={`${id}-countries`} options={countries} />
      <datalist id={`${id}-categories`}>
        {competition.categories.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <div className={styles.bar}>
        <Button type="submit" look="primary" disabled={busy}>
          {t(entry ? 'desk.entry.save' : 'desk.entry.add')}
        </Button>
        <Button onClick={onClose}>{t('desk.entry.cancel')}</Button>
        {entry ? null : <p className={styles.soft}>{t('desk.entry.addNext')}</p>}
      </div>
    </form>
  );
}

function Offered({ id, options }: { readonly id: string; readonly options: readonly string[] }) {
  return (
    <datalist id={id}>
      {options.map((option) => (
        <option key={option} value={option} />
      ))}
    </datalist>
  );
}

interface NeedsProps {
  /** Words with spaces between. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Needs({ value, onChange }: NeedsProps) {
  const { t } = useText();
  const words = value.split(' ').filter(Boolean);
  return (
    <fieldset className={styles.checks}>
      <legend>{t('desk.entries.column.needs')}</legend>
      {archerNeeds.map((need) => (
        <label key={need} className={desk.check}>
          <input
            type="checkbox"
            checked={words.includes(need)}
            onChange={({ target }) =>
              onChange([...words.filter((word) => word !== need), ...(target.checked ? [need] : [])].join(' '))
            }
          />
          {t(`desk.need.${need}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** What was typed, and upon what: the entry as it was when somebody began, so that a change of others in between is told. */
function useEntryDraft(competition: string, entry: DeskEntry | undefined) {
  const now = entry ? bodyOf(entry) : undefined;
  const [empty] = useState(() => ({ ...(now ? textsOf(now) : noTexts), was: JSON.stringify(now ?? null) }));
  const { draft, change, forget } = useDraft(`entry/${competition}/${entry?.number ?? 'new'}`, empty);
  // Of a new one, club and category alone stay from the line before.
  const [isOld] = useState(() => (entry ? JSON.stringify(draft) !== JSON.stringify(empty) : draft.name !== ''));
  // What the text was made of is ours: it was written here.
  return { draft, isOld, edit: change, forget, was: JSON.parse(draft.was) as EntryBody | null };
}

function requestOf(
  entry: DeskEntry | undefined,
  was: EntryBody | null,
  { body, newCategory }: ReadEntry,
): readonly [EntryRequest, Told] {
  const categories = newCategory ? { categories: [newCategory] } : {};
  const values = { name: body.name };
  if (!entry)
    return [
      { kind: 'change', json: { changes: [], added: [body], ...categories } },
      { key: 'desk.told.added', values },
    ];
  const changes = [{ entry: entry.number, was: was ?? bodyOf(entry), now: body }];
  return [
    { kind: 'change', json: { changes, ...categories } },
    { key: 'desk.told.changed', values },
  ];
}

/** Only while it is wanted: thousands of places are looked through. */
function useFreePlace(
  entries: readonly DeskEntry[],
  category: string | undefined,
  isWanted: boolean,
): string | undefined {
  return useMemo(() => {
    if (category === undefined || !isWanted) return undefined;
    const placed = entries.flatMap((each) => {
      const target = each.target === null ? undefined : parseTarget(each.target);
      return target ? [{ category: each.category, target }] : [];
    });
    const place = findFreePlace(placed, category);
    return place && formatTarget(place);
  }, [entries, category, isWanted]);
}
