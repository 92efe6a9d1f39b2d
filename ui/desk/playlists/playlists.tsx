// Playlists: what comes in turn, how long, in which order. Nobody needs one: a screen shows what goes on by itself.
import { useState } from 'react';
import type { Playlist } from '../../../src/domain/show/show.ts';
import { longestScreenName } from '../../../src/domain/show/show-check.ts';
import type { EventView } from '../../../src/wire/api-events.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { makeShortId } from '../make-short-id.ts';
import { ScreenPreview } from '../screen-preview.tsx';
import screens from '../screens.module.css';
import { type ShowDeskProps, useChange } from '../use-change.ts';
import { PlaylistEditor } from './playlist-editor.tsx';
import styles from './playlists.module.css';

interface PlaylistsProps extends ShowDeskProps {
  readonly events: readonly EventView[];
  readonly playlists: readonly Playlist[];
  readonly onChanged: () => void;
}

export function Playlists({ competition, events, playlists, onChanged, onExpired }: PlaylistsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<Playlist | undefined>();
  const [shown, setShown] = useState<string | undefined>();
  const [removed, setRemoved] = useState<Playlist | undefined>();
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const pathOfOne = (id: string) => pathOf('competitions', competition.id, 'playlists', id);
  const put = ({ id, ...rest }: Playlist) => change(pathOfOne(id), { method: 'PUT', json: rest });
  const save = async (playlist: Playlist) => {
    if (await put(playlist)) setOpen(undefined);
  };
  const remove = async (playlist: Playlist) => {
    if (await change(pathOfOne(playlist.id), { method: 'DELETE' })) setRemoved(playlist);
  };
  const bringBack = async (playlist: Playlist) => {
    if (await put(playlist)) setRemoved(undefined);
  };
  /** As it was saved, with a name that says so; nothing is kept before it is saved. */
  const copy = ({ name, items }: Playlist) =>
    setOpen({ id: makeShortId(), name: t('desk.playlists.copyOf', { name }).slice(0, longestScreenName), items });
  const preview = playlists.find(({ id }) => id === shown);
  return (
    <section aria-labelledby="playlists">
      <h3 id="playlists" className={desk.sectionTitle}>
        {t('desk.playlists')}
      </h3>
      <p className={desk.soft}>{t('desk.playlists.text')}</p>
      {playlists.length === 0 && !open ? <p>{t('desk.playlists.none')}</p> : null}
      <ul className={screens.lines}>
        {playlists.map((each) => (
          <li key={each.id}>
            <span>{each.name}</span>
            <span className={desk.soft}>{t('desk.playlists.items', { count: each.items.length })}</span>
            <Button onClick={() => setOpen(each)}>{t('desk.playlists.edit')}</Button>
            <Button aria-pressed={shown === each.id} onClick={() => setShown(shown === each.id ? undefined : each.id)}>
              {t('desk.screens.preview')}
            </Button>
            <Button onClick={() => copy(each)}>{t('desk.playlists.copy')}</Button>
            <Button look="quiet" disabled={busy} onClick={() => void remove(each)}>
              {t('desk.playlists.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {removed ? (
        <p className={styles.leftOut} role="status">
          {t('desk.playlists.removed', { name: removed.name })}{' '}
          <Button disabled={busy} onClick={() => void bringBack(removed)}>
            {t('desk.playlists.undo')}
          </Button>
        </p>
      ) : null}
      {preview && !open ? (
        <ScreenPreview
          key={preview.id}
          competition={competition.id}
          shows={{ kind: 'playlist', playlist: preview.id }}
          of={preview.name}
        />
      ) : null}
      {failure ? <Failure failure={failure} /> : null}
      {open ? (
        <PlaylistEditor
          key={open.id}
          {...{ competition, events, busy, playlist: open, onSave: save, onClose: () => setOpen(undefined) }}
        />
      ) : (
        <Button onClick={() => setOpen({ id: makeShortId(), name: '', items: [] })}>{t('desk.playlists.new')}</Button>
      )}
    </section>
  );
}
