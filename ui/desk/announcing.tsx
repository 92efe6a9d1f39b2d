// Writing an announcement, and withdrawing those that are shown.
import { useState } from 'react';
import { currentAnnouncements } from '../../src/domain/show/rotation.ts';
import { type AnnouncementPlace, announcementPlaces } from '../../src/domain/show/show.ts';
import { longestAnnouncement } from '../../src/domain/show/show-check.ts';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Choice } from '../parts/field.tsx';
import { pathOf } from '../store/api.ts';
import { useApplianceNow, useShow } from '../store/use-show.ts';
import { useText } from '../text/text-context.tsx';
import desk from './desk.module.css';
import { makeShortId } from './make-short-id.ts';
import styles from './screens.module.css';
import { type ShowDeskProps, useChange } from './use-change.ts';

/** 0: until it is withdrawn. */
const lengths = [10, 30, 60, 0] as const;
const nothing = () => undefined;

export function Announcing({ competition, onExpired }: ShowDeskProps) {
  const { t } = useText();
  const show = useShow(competition.id);
  const now = useApplianceNow(competition.id, 1_000);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState<AnnouncementPlace>('everywhere');
  const [minutes, setMinutes] = useState<number>(30);
  const { change, busy, failure } = useChange(nothing, onExpired);
  const shown = show ? currentAnnouncements(show, now, 'tv') : [];
  const announce = async () => {
    const path = pathOf('competitions', competition.id, 'announcements', makeShortId());
    const until = minutes === 0 ? {} : { until: Math.round(now) + minutes * 60_000 };
    if (await change(path, { method: 'PUT', json: { text: typed.replaceAll(/\s+/g, ' '), place, ...until } }))
      setTyped('');
  };
  return (
    <section aria-labelledby="announcing">
      <h3 id="announcing" className={desk.sectionTitle}>
        {t('desk.announce')}
      </h3>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void announce();
        }}
      >
        <label className={styles.text}>
          <span>{t('desk.announce.text')}</span>
          <textarea
            rows={2}
            dir="auto"
            className={desk.textarea}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span className={desk.soft}>{t('desk.announce.left', { count: longestAnnouncement - typed.length })}</span>
        </label>
        <Choice
          legend={t('desk.announce.place')}
          name="place"
          options={announcementPlaces.map((value) => ({ value, label: t(`desk.announce.place.${value}`) }))}
          value={place}
          onChange={setPlace}
        />
        <label className={desk.selectField}>
          <span>{t('desk.announce.length')}</span>
          <select className={desk.select} value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
            {lengths.map((each) => (
              <option key={each} value={each}>
                {each === 0 ? t('desk.announce.always') : t('desk.announce.minutes', { count: each })}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="primary" disabled={busy || typed.trim() === ''}>
          {t('desk.announce.do')}
        </Button>
      </form>
      {failure ? <Failure failure={failure} /> : null}
      <ul className={styles.lines}>
        {shown.map(({ id, text, place: where }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            <span className={desk.soft}>{t(`desk.announce.place.${where}`)}</span>
            <Button
              disabled={busy}
              onClick={() =>
                void change(pathOf('competitions', competition.id, 'announcements', id), { method: 'DELETE' })
              }
            >
              {t('desk.announce.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
