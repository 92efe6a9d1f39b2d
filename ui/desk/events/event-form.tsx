// An event's set-up: who shoots in it, who goes on, and how matches are shot. Everything that there is, the usual first.
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { chartSizes } from '../../../src/domain/draw/bracket.ts';
import { type Face, faces } from '../../../src/domain/rounds/faces.ts';
import type { RoundView } from '../../../src/wire/api-catalogue.ts';
import type { EventStagesView, EventView } from '../../../src/wire/api-events.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { type ShowDeskProps, useChange } from '../use-change.ts';
import {
  bodyOf,
  contestKinds,
  draftOf,
  type EventDraft,
  emptyDraft,
  fitted,
  formatsFor,
  placesToShoot,
  type Setup,
  systems,
} from './event-draft.ts';
import { eventsPage } from './event-path.ts';
import styles from './events.module.css';
import { TeamParts } from './team-parts.tsx';

interface EventFormProps extends ShowDeskProps {
  /** Its id; of a suggestion, or empty, where it is new. */
  readonly event: string | EventView;
  readonly isNew: boolean;
  readonly onChanged?: () => void;
}

export function EventForm({ event, isNew, ...props }: EventFormProps) {
  const { t } = useText();
  const id = typeof event === 'string' ? event : event.id;
  const stages = useApi<EventStagesView>(
    isNew && id !== '' ? pathOf('competitions', props.competition.id, 'event-stages') : undefined,
  );
  const found = useApi<EventView>(
    isNew || typeof event !== 'string' ? undefined : pathOf('competitions', props.competition.id, 'events', id),
  );
  const known: Setup | undefined = isNew
    ? stages.data?.suggested.find((each) => each.id === id)
    : typeof event === 'string'
      ? found.data
      : event;
  if (!known && id !== '' && !(isNew && stages.data)) return <p role="status">{t('app.loading')}</p>;
  if (known && !isNew && 'isDrawn' in known && known.isDrawn)
    return <Banner tone="info">{t('events.form.drawn')}</Banner>;
  return <SetupForm key={id} known={known} isNew={isNew} {...props} />;
}

interface SetupFormProps extends ShowDeskProps {
  readonly known: Setup | undefined;
  readonly isNew: boolean;
  readonly onChanged?: () => void;
}

function SetupForm({ competition, known, isNew, onChanged, onExpired }: SetupFormProps) {
  const { t } = useText();
  const [, go] = useLocation();
  const [first] = competition.categories;
  const begun = known ? draftOf(known) : { ...emptyDraft, category: first?.code ?? '' };
  const { draft, change, forget } = useDraft<EventDraft>(`event/${competition.id}/${known?.id ?? 'new'}`, begun);
  const rounds = useApi<readonly RoundView[]>(pathOf('competitions', competition.id, 'rounds')).data ?? [];
  const ownFaces = rounds.flatMap(({ distances }) => distances.flatMap(({ face }) => face ?? []));
  const [isSaved, setSaved] = useState(false);
  const changing = useChange(() => onChanged?.(), onExpired);
  const edit = (part: Partial<EventDraft>) => {
    setSaved(false);
    change(fitted(competition.ruleSetId, { ...draft, ...part }));
  };
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    const path = pathOf('competitions', competition.id, 'events', draft.id);
    if (!(await changing.change(path, { method: 'PUT', json: bodyOf(draft, ownFaces) }))) return;
    forget();
    if (isNew) go(eventsPage(competition.id, draft.id));
    else setSaved(true);
  };
  useEffect(() => {
    if (isSaved) window.scrollTo({ top: 0 });
  }, [isSaved]);
  return (
    <form className={desk.form} onSubmit={(submitted) => void submit(submitted)} aria-label={t('events.part.setup')}>
      {isSaved ? <Banner tone="good">{t('events.form.saved')}</Banner> : null}
      <WhoFields {...{ competition, draft, edit, isNew }} />
      <HowFields {...{ competition, draft, edit, ownFaces }} />
      {changing.failure ? <Failure failure={changing.failure} /> : null}
      <div className={desk.buttons}>
        <Button large onClick={() => go(eventsPage(competition.id, ...(isNew ? [] : [draft.id])))}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" look="primary" large disabled={changing.busy || draft.id === ''}>
          {t('events.form.save')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps extends Pick<ShowDeskProps, 'competition'> {
  readonly draft: EventDraft;
  readonly edit: (part: Partial<EventDraft>) => void;
}

function WhoFields({ competition, draft, edit, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { t } = useText();
  return (
    <>
      <Field
        label={t('events.form.name')}
        value={draft.name}
        maxLength={100}
        required
        onChange={({ target }) => edit({ name: target.value })}
      />
      <Field
        label={t('events.form.id')}
        hint={t('events.form.id.hint')}
        value={draft.id}
        maxLength={32}
        required
        readOnly={!isNew}
        autoComplete="off"
        onChange={({ target }) => edit({ id: target.value.replace(/[^A-Za-z0-9._-]/g, '') })}
      />
      <Choice
        legend={t('events.form.kind')}
        name="kind"
        options={contestKinds.map((value) => ({ value, label: t(`events.kind.${value}`) }))}
        value={contestKinds.find((kind) => kind === draft.kind) ?? 'individual'}
        onChange={(kind) => edit({ kind })}
      />
      {draft.kind === 'individual' ? (
        <Select
          label={t('events.form.category')}
          value={draft.category}
          options={competition.categories.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          onChange={(category) => edit({ category })}
        />
      ) : (
        <TeamParts competition={competition} draft={draft} edit={edit} />
      )}
      <label className={desk.check}>
        <input
          type="checkbox"
          checked={draft.dnfKeepsRank !== ''}
          onChange={({ target }) => edit({ dnfKeepsRank: target.checked ? 'yes' : '' })}
        />
        {t('events.form.dnf')}
      </label>
    </>
  );
}

function HowFields({ competition, draft, edit, ownFaces }: FieldsProps & { readonly ownFaces: readonly Face[] }) {
  const { t } = useText();
  const formats = formatsFor(competition.ruleSetId, draft).map(({ id }) => ({
    value: id,
    // A word of a message has no dash.
    label: t('events.format', { id: id.replaceAll('-', '_') }),
  }));
  const system = systems.find((each) => each === draft.system) ?? '';
  return (
    <>
      <Choice
        legend={t('events.form.system')}
        name="system"
        options={systems.map((value) => ({
          value,
          label: t(`events.system.${value === '' ? 'none' : value}`),
          text: t(`events.system.${value === '' ? 'none' : value}.text`),
        }))}
        value={system}
        onChange={(chosen) => edit({ system: chosen })}
      />
      {system === '' ? null : (
        <>
          <SizeFields draft={draft} edit={edit} />
          {formats.length === 0 ? (
            <Banner tone="warn">{t('events.form.noFormat')}</Banner>
          ) : (
            <>
              <Select
                label={t('events.form.format')}
                hint={t('events.form.format.hint')}
                value={draft.formatId}
                options={formats}
                onChange={(formatId) => edit({ formatId })}
              />
              <Select
                label={t('events.form.finals')}
                value={draft.finalsFormatId}
                options={[{ value: '', label: t('events.form.finals.same') }, ...formats]}
                onChange={(finalsFormatId) => edit({ finalsFormatId })}
              />
            </>
          )}
          <Select
            label={t('events.form.face')}
            value={draft.faceId}
            options={[...ownFaces, ...faces].map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(faceId) => edit({ faceId })}
          />
          <MoreFields draft={draft} edit={edit} />
        </>
      )}
    </>
  );
}

type SomeFieldsProps = Pick<FieldsProps, 'draft' | 'edit'>;

function SizeFields({ draft, edit }: SomeFieldsProps) {
  const { t } = useText();
  const number = (name: 'qualifiers' | 'pools' | 'advance', hint?: string) => (
    <Field
      label={t(`events.form.${name}`)}
      hint={hint}
      type="number"
      min={1}
      max={128}
      required
      value={draft[name]}
      onChange={({ target }) => edit({ [name]: target.value })}
    />
  );
  const charts = chartSizes.filter((size) => size >= Number(draft.qualifiers));
  return (
    <div className={desk.pair}>
      {number('qualifiers', t('events.form.qualifiers.hint'))}
      {draft.system === 'bracket' ? (
        <Select
          label={t('events.form.chart')}
          hint={t('events.form.chart.hint')}
          value={draft.chart}
          options={charts.map((size) => ({ value: String(size), label: String(size) }))}
          onChange={(chart) => edit({ chart })}
        />
      ) : null}
      {draft.system === 'pools' ? (
        <>
          {number('pools')}
          {number('advance')}
        </>
      ) : null}
      {draft.system === 'bracket' || draft.system === 'pools' ? (
        <Select
          label={t('events.form.places')}
          value={draft.placesShot}
          options={placesToShoot.map((value) => ({ value, label: t('events.form.places.to', { places: value }) }))}
          onChange={(placesShot) => edit({ placesShot })}
        />
      ) : null}
    </div>
  );
}

/** What hardly anybody changes. */
function MoreFields({ draft, edit }: SomeFieldsProps) {
  const { t } = useText();
  return (
    <details className={styles.more}>
      <summary>{t('events.form.more')}</summary>
      <Select
        label={t('events.form.losers')}
        value={draft.losers}
        options={(['byPhase', 'byAverage'] as const).map((value) => ({ value, label: t(`events.losers.${value}`) }))}
        onChange={(losers) => edit({ losers })}
      />
      <Select
        label={t('events.form.level')}
        value={draft.whenLevel}
        options={(['firstEnd', 'previousEnd'] as const).map((value) => ({
          value,
          label: t(`events.level.${value}`),
        }))}
        onChange={(whenLevel) => edit({ whenLevel })}
      />
    </details>
  );
}
