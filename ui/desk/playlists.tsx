// Playlists: what comes in turn, how long, in which order. Nobody needs one: a screen shows what goes on by itself.
import { useState } from 'react';
import { secondsOf } from '../../src/domain/show/rotation.ts';
import type { Playlist, PlaylistItem } from '../../src/domain/show/show.ts';
import { leastSeconds, longestScreenName, mostSeconds } from '../../src/domain/show/show-check.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { pathOf } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import desk from './desk.module.css';
import { makeShortId } from './make-short-id.ts';
import styles from './screens.module.css';
import { type ShowDeskProps, useChange } from './use-change.ts';
import { optionsOfViews, wordsOfView } from './view-words.ts';

interface PlaylistsProps extends ShowDeskProps {
  readonly events: readonly EventView[];
  readonly playlists: readonly Playlist[];
  readonly onChanged: () => void;
}

export function Playlists({ competition, events, playlists, onChanged, onExpired }: PlaylistsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<Playlist | undefined>();
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const pathOfOne = (id: string) => pathOf('competitions', competition.id, 'playlists', id);
  const save = async ({ id, ...rest }: Playlist) => {
    if (await change(pathOfOne(id), { method: 'PUT', json: rest })) setOpen(undefined);
  };
  return (
    <section aria-labelledby="playlists">
      <h3 id="playlists" className={desk.sectionTitle}>
        {t('desk.playlists')}
      </h3>
      <p className={desk.soft}>{t('desk.playlists.text')}</p>
      <ul className={styles.lines}>
        {playlists.map((each) => (
          <li key={each.id}>
            <span>{each.name}</span>
            <span className={desk.soft}>{t('desk.playlists.items', { count: each.items.length })}</span>
            <Button onClick={() => setOpen(each)}>{t('desk.playlists.edit')}</Button>
            <Button look="quiet" disabled={busy} onClick={() => void change(pathOfOne(each.id), { method: 'DELETE' })}>
              {t('desk.playlists.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {failure ? <Failure failure={failure} /> : null}
      {open ? (
        <Editor
          key={open.id}
          {...{ competition, events, busy, playlist: open, onSave: save, onClose: () => setOpen(undefined) }}
        />
      ) : (
        <Button onClick={() => setOpen({ id: makeShortId(), name: '', items: [] })}>{t('desk.playlists.new')}</Button>
      )}
    </section>
  );
}

interface EditorProps extends Pick<PlaylistsProps, 'competition' | 'events'> {
  readonly playlist: Playlist;
  readonly busy: boolean;
  readonly onSave: (playlist: Playlist) => Promise<void>;
  readonly onClose: () => void;
}

/** Each line keeps its own key while lines change places. */
interface Line extends PlaylistItem {
  readonly key: string;
}

function Editor({ competition, events, playlist, busy, onSave, onClose }: EditorProps) {
  const text = useText();
  const { t } = text;
  const [name, setName] = useState(playlist.name);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    playlist.items.map((item, index) => ({ ...item, key: String(index) })),
  );
  const options = optionsOfViews(text, competition, events);
  const add = (chosen: string) => {
    const view = options.find((option) => JSON.stringify(option.view) === chosen)?.view;
    if (view) setLines([...lines, { view, seconds: secondsOf(view), key: makeShortId() }]);
  };
  const move = (from: number, by: number) => {
    const moved = lines[from];
    const others = lines.filter((line) => line !== moved);
    if (moved) setLines([...others.slice(0, from + by), moved, ...others.slice(from + by)]);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ id: playlist.id, name, items: lines.map(({ view, seconds }) => ({ view, seconds })) });
      }}
    >
      <Field
        label={t('desk.playlists.name')}
        value={name}
        maxLength={longestScreenName}
        onChange={({ target }) => setName(target.value)}
      />
      <ol className={styles.items}>
        {lines.map(({ key, view, seconds }, index) => {
          const words = wordsOfView(text, competition, events, view);
          return (
            <li key={key}>
              <span className={styles.item}>{words}</span>
              <label>
                <input
                  type="number"
                  className={styles.seconds}
                  min={leastSeconds}
                  max={mostSeconds}
                  value={seconds}
                  aria-label={t('desk.playlists.seconds', { view: words })}
                  onChange={({ target }) =>
                    setLines(
                      lines.map((line) =>
                        line.key === key ? { ...line, seconds: Math.round(Number(target.value)) } : line,
                      ),
                    )
                  }
                />{' '}
                s
              </label>
              <Button
                aria-label={t('desk.playlists.up', { view: words })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </Button>
              <Button
                aria-label={t('desk.playlists.down', { view: words })}
                disabled={index === lines.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </Button>
              <Button
                look="quiet"
                aria-label={t('desk.playlists.without', { view: words })}
                onClick={() => setLines(lines.filter((line) => line.key !== key))}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ol>
      <label className={desk.selectField}>
        <span>{t('desk.playlists.add')}</span>
        <select className={desk.select} value="" onChange={({ target }) => add(target.value)}>
          <option value="">{t('desk.review.choose')}</option>
          {options.map(({ view, words }) => (
            <option key={JSON.stringify(view)} value={JSON.stringify(view)}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={busy || name.trim() === '' || lines.length === 0}>
          {t('desk.playlists.save')}
        </Button>
        <Button onClick={onClose}>{t('desk.playlists.cancel')}</Button>
      </div>
    </form>
  );
}
