// One playlist being made: its name, its lines in their order, a look at any of them as a TV shows it.
import { type FormEvent, useState } from 'react';
import type { Playlist } from '../../../src/domain/show/show.ts';
import { leastSeconds, longestScreenName, mostSeconds } from '../../../src/domain/show/show-check.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { EventView } from '../../../src/wire/api-events.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useText } from '../../text/text-context.tsx';
import { ChooseContent } from '../choose-content.tsx';
import desk from '../desk.module.css';
import { ScreenPreview } from '../screen-preview.tsx';
import screens from '../screens.module.css';
import { wordsOfView } from '../view-words.ts';
import { LineList } from './line-list.tsx';
import styles from './playlists.module.css';
import { areSecondsRight, itemOf, type Line, useLines } from './use-lines.ts';

interface PlaylistEditorProps {
  readonly competition: CompetitionView;
  readonly events: readonly EventView[];
  readonly playlist: Playlist;
  readonly busy: boolean;
  readonly onSave: (playlist: Playlist) => Promise<void>;
  readonly onClose: () => void;
}

export function PlaylistEditor({ competition, events, playlist, busy, onSave, onClose }: PlaylistEditorProps) {
  const text = useText();
  const { t } = text;
  const [name, setName] = useState(playlist.name);
  const [isTried, setTried] = useState(false);
  const [shownKey, setShownKey] = useState<string | undefined>();
  const { lines, leftOut, add, move, setSeconds, leaveOut, bringBack } = useLines(playlist.items);
  const wordsOf = ({ view }: Line) => wordsOfView(text, competition, events, view);
  const shown = lines.find(({ key }) => key === shownKey);
  const areRight = lines.every(({ seconds }) => areSecondsRight(seconds));
  const whole = areRight ? lines.reduce((sum, { seconds }) => sum + Number(seconds), 0) : 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && lines.length > 0 && areRight)
      void onSave({ id: playlist.id, name: name.trim(), items: lines.map(itemOf) });
  };
  return (
    <form className={screens.editor} noValidate onSubmit={save}>
      <Field
        label={t('desk.playlists.name')}
        value={name}
        maxLength={longestScreenName}
        onChange={({ target }) => setName(target.value)}
        {...(isTried && name.trim() === '' ? { error: t('desk.playlists.nameless') } : {})}
      />
      {lines.length === 0 ? <p className={desk.soft}>{t('desk.playlists.empty')}</p> : null}
      <LineList
        {...{ lines, wordsOf }}
        shown={shown?.key}
        onShow={setShownKey}
        onMove={move}
        onSeconds={setSeconds}
        onLeaveOut={leaveOut}
      />
      {areRight ? null : (
        <p className={styles.wrong} role="alert">
          {t('desk.playlists.secondsWrong', { least: leastSeconds, most: mostSeconds })}
        </p>
      )}
      {leftOut ? (
        <p className={styles.leftOut} role="status">
          {t('desk.playlists.leftOut', { view: wordsOf(leftOut.line) })}{' '}
          <Button onClick={bringBack}>{t('desk.playlists.undo')}</Button>
        </p>
      ) : null}
      {whole > 0 ? (
        <p className={desk.soft}>
          {t('desk.playlists.whole', { minutes: Math.floor(whole / 60), seconds: whole % 60 })}
        </p>
      ) : null}
      <ChooseContent
        label={t('desk.playlists.add')}
        {...{ competition, events, first: [], chosen: undefined }}
        onChoose={(shows) => shows.kind === 'view' && add(shows.view)}
      />
      {shown ? (
        <ScreenPreview
          key={shown.key}
          competition={competition.id}
          shows={{ kind: 'view', view: shown.view }}
          of={wordsOf(shown)}
        />
      ) : null}
      {isTried && lines.length === 0 ? (
        <p className={styles.wrong} role="alert">
          {t('desk.playlists.none.lines')}
        </p>
      ) : null}
      <div className={screens.buttons}>
        <Button type="submit" look="primary" disabled={busy}>
          {t('desk.playlists.save')}
        </Button>
        <Button onClick={onClose}>{t('desk.playlists.cancel')}</Button>
      </div>
    </form>
  );
}
