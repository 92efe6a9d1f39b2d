// A judge looks at a category or a match again: the public sees it as it stands now until the review is over.
import { useState } from 'react';
import type { Held } from '../../src/domain/show/show.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useShow } from '../store/use-show.ts';
import { useText } from '../text/text-context.tsx';
import desk from './desk.module.css';
import { MatchSelect } from './match-select.tsx';
import styles from './screens.module.css';
import { type ShowDeskProps, useChange } from './use-change.ts';

const nothing = () => undefined;

function pathOfHeld(competition: string, held: Held): string {
  return held.kind === 'category'
    ? pathOf('competitions', competition, 'categories', held.category, 'frozen')
    : pathOf('competitions', competition, 'events', held.event, 'matches', held.match.replace('/', '-'), 'frozen');
}

export function Reviews({ competition, onExpired }: ShowDeskProps) {
  const { t } = useText();
  const show = useShow(competition.id);
  const events = useApi<readonly EventView[]>(pathOf('competitions', competition.id, 'events')).data ?? [];
  const drawn = events.filter(({ isDrawn }) => isDrawn);
  const [place, setPlace] = useState('');
  const [match, setMatch] = useState('');
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { change, busy, failure } = useChange(nothing, onExpired);
  const event = place.startsWith('event/') ? place.slice('event/'.length) : undefined;
  const held: Held | undefined =
    event !== undefined
      ? match === ''
        ? undefined
        : { kind: 'match', event, match }
      : place === ''
        ? undefined
        : { kind: 'category', category: place.slice('category/'.length) };
  const nameOf = (each: Held): string =>
    each.kind === 'category'
      ? (competition.categories.find(({ code }) => code === each.category)?.name ?? each.category)
      : `${events.find(({ id }) => id === each.event)?.name ?? each.event} · ${each.match}`;
  const freeze = async () => {
    if (held && (await change(pathOfHeld(competition.id, held), { method: 'PUT', json: { by, reason } }))) {
      setPlace('');
      setReason('');
    }
  };
  return (
    <section aria-labelledby="reviews">
      <h3 id="reviews" className={desk.sectionTitle}>
        {t('desk.review')}
      </h3>
      <p className={desk.soft}>{t('desk.review.text')}</p>
      <ul className={styles.lines}>
        {(show?.underReview ?? []).map(({ held: each }) => (
          <li key={nameOf(each)}>
            <span>{t('desk.review.running', { what: nameOf(each) })}</span>
            <Button
              look="primary"
              disabled={busy}
              onClick={() => void change(pathOfHeld(competition.id, each), { method: 'DELETE' })}
            >
              {t('desk.review.release')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void freeze();
        }}
      >
        <label className={desk.selectField}>
          <span>{t('desk.review.what')}</span>
          <select
            className={desk.select}
            value={place}
            onChange={({ target }) => {
              setPlace(target.value);
              setMatch('');
            }}
          >
            <option value="">{t('desk.review.choose')}</option>
            {competition.categories.map(({ code, name }) => (
              <option key={code} value={`category/${code}`}>
                {name}
              </option>
            ))}
            {drawn.map(({ id, name }) => (
              <option key={id} value={`event/${id}`}>
                {t('desk.review.matchOf', { event: name })}
              </option>
            ))}
          </select>
        </label>
        {event === undefined ? null : (
          <MatchSelect competition={competition.id} event={event} value={match} onChange={setMatch} />
        )}
        <Field label={t('desk.review.by')} value={by} maxLength={100} onChange={({ target }) => setBy(target.value)} />
        <Field
          label={t('desk.review.reason')}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="submit" disabled={busy || !held || by.trim() === ''}>
          {t('desk.review.freeze')}
        </Button>
      </form>
      {failure ? <Failure failure={failure} /> : null}
    </section>
  );
}
