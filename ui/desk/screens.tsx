// The TVs of a competition on the desk: which are there, what each shows, and those that wait with their code to be taken.
import { useEffect, useState } from 'react';
import type { ScreenContent } from '../../src/domain/show/show.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import type { ScreensView } from '../../src/wire/api-show.ts';
import { Button } from '../parts/button.tsx';
import { Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { Announcing } from './announcing.tsx';
import { ChooseContent } from './choose-content.tsx';
import desk from './desk.module.css';
import { Playlists } from './playlists/playlists.tsx';
import { Reviews } from './reviews.tsx';
import { ScreenPreview } from './screen-preview.tsx';
import styles from './screens.module.css';
import { type ShowDeskProps, useChange } from './use-change.ts';
import { useExpiry } from './use-expiry.ts';
import { wordsOfView } from './view-words.ts';

type OwnScreen = ScreensView['screens'][number];
type OtherScreen = ScreensView['others'][number];

const refreshMs = 3_000;

export function Screens({ competition, onExpired }: ShowDeskProps) {
  const { t } = useText();
  const path = pathOf('competitions', competition.id, 'screens');
  const { data, failure, reload } = useApi<ScreensView>(path, refreshMs);
  const events = useApi<readonly EventView[]>(pathOf('competitions', competition.id, 'events')).data ?? [];
  const changing = useChange(reload, onExpired);
  useExpiry(failure, onExpired);
  const save = ({ id, ...screen }: Pick<OwnScreen, 'id' | 'name' | 'shows' | 'isBlank'>) =>
    changing.change(pathOf('competitions', competition.id, 'screens', id), { method: 'PUT', json: screen });
  const take = ({ id, code }: OtherScreen) =>
    save({ id, name: `TV ${code}`, shows: { kind: 'automatic' }, isBlank: false });
  if (!data) return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  return (
    <>
      <section aria-labelledby="screens">
        <h3 id="screens" className={desk.sectionTitle}>
          {t('desk.screens')}
        </h3>
        <p className={desk.soft}>{t('desk.screens.text', { address: `${window.location.origin}/tv` })}</p>
        {changing.failure ? <Failure failure={changing.failure} /> : null}
        <ul className={styles.screens}>
          {data.others.map((other) => (
            <li key={other.id} className={styles.other}>
              <span className={styles.code}>{other.code}</span>
              <span>
                {other.competition
                  ? t('desk.screens.elsewhere', { competition: other.competition.name })
                  : t('desk.screens.waiting')}
                <SizeOf seen={other.seen} />
              </span>
              <Button look="primary" disabled={changing.busy} onClick={() => void take(other)}>
                {t('desk.screens.take')}
              </Button>
            </li>
          ))}
          {data.screens.map((screen) => (
            <OneScreen
              key={screen.id}
              {...{ competition, events, screen, playlists: data.playlists, save }}
              change={changing.change}
            />
          ))}
        </ul>
        {data.others.length + data.screens.length === 0 ? <p>{t('desk.screens.none')}</p> : null}
      </section>
      <Announcing competition={competition} onExpired={onExpired} />
      <Reviews competition={competition} onExpired={onExpired} />
      <Playlists {...{ competition, events, playlists: data.playlists, onExpired, onChanged: reload }} />
    </>
  );
}

function SizeOf({ seen }: Pick<OwnScreen, 'seen'>) {
  return seen ? <span className={desk.soft}> · {`${seen.width} × ${seen.height}`}</span> : null;
}

interface OneScreenProps {
  readonly competition: CompetitionView;
  readonly events: readonly EventView[];
  readonly screen: OwnScreen;
  readonly playlists: ScreensView['playlists'];
  readonly save: (screen: Pick<OwnScreen, 'id' | 'name' | 'shows' | 'isBlank'>) => Promise<boolean>;
  readonly change: ReturnType<typeof useChange>['change'];
}

function OneScreen({ competition, events, screen, playlists, save, change }: OneScreenProps) {
  const text = useText();
  const { t } = text;
  const { id, code, name, shows, isBlank, seen } = screen;
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const [isPreviewed, setPreviewed] = useState(false);
  const first: readonly { readonly shows: ScreenContent; readonly words: string }[] = [
    { shows: { kind: 'automatic' }, words: t('desk.screens.automatic') },
    ...playlists.map((each) => ({ shows: { kind: 'playlist', playlist: each.id } as const, words: each.name })),
  ];
  const rename = () => {
    if (typed.trim() !== name) void save({ id, name: typed, shows, isBlank });
  };
  const now = seen?.isThere
    ? isBlank
      ? t('desk.screens.blank')
      : seen.view
        ? wordsOfView(text, competition, events, seen.view)
        : t('desk.screens.nothing')
    : t('desk.screens.gone');
  return (
    <li className={styles.screen}>
      <div className={styles.about}>
        <label className={styles.name}>
          <span className={desk.hidden}>{t('desk.screens.name')}</span>
          <input
            value={typed}
            maxLength={60}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={rename}
            onKeyDown={({ key }) => key === 'Enter' && rename()}
          />
        </label>
        <p className={styles.state}>
          <span className={seen?.isThere ? styles.there : styles.away} aria-hidden="true" />
          {now}
          <span className={desk.soft}>
            {' '}
            · {code}
            <SizeOf seen={seen} />
          </span>
        </p>
      </div>
      <ChooseContent
        label={t('desk.screens.shows')}
        {...{ competition, events, first, chosen: shows }}
        onChoose={(chosen) => void save({ id, name, shows: chosen, isBlank })}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void change(pathOf('screens', id, 'identify'), { method: 'POST' })}>
          {t('desk.screens.identify')}
        </Button>
        <Button aria-pressed={isBlank} onClick={() => void save({ id, name, shows, isBlank: !isBlank })}>
          {t(isBlank ? 'desk.screens.unblank' : 'desk.screens.toBlank')}
        </Button>
        <Button aria-pressed={isPreviewed} onClick={() => setPreviewed(!isPreviewed)}>
          {t('desk.screens.preview')}
        </Button>
        <Button look="quiet" onClick={() => void change(pathOf('screens', id, 'reload'), { method: 'POST' })}>
          {t('desk.screens.reload')}
        </Button>
        <Button
          look="quiet"
          onClick={() => void change(pathOf('competitions', competition.id, 'screens', id), { method: 'DELETE' })}
        >
          {t('desk.screens.release')}
        </Button>
      </div>
      {isPreviewed ? <ScreenPreview competition={competition.id} shows={shows} of={name} /> : null}
    </li>
  );
}
