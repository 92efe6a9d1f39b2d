// Addresses of this page: one athlete of one competition, or those that were followed on this device before.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Route, Switch } from 'wouter';
import { Banner } from '../parts/banner.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { CategoryClock } from '../parts/clock-face.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { type FollowedAthlete, listenToAthlete } from '../store/athlete-store.ts';
import { athletePath, parseEntry, recallFollowed, rememberFollowed } from '../store/followed-athletes.ts';
import { useClockKeys } from '../store/use-clock-keys.ts';
import { useLostAge } from '../store/use-lost-age.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { AthleteView } from './athlete-view.tsx';
import styles from './follow.module.css';

export function FollowPage() {
  return (
    <Switch>
      <Route path="/athlete/:competition/:entry">
        {({ competition, entry }) => {
          const number = parseEntry(entry);
          return number === undefined ? (
            <Before isMissing />
          ) : (
            <OneAthlete key={`${competition}/${number}`} {...{ competition }} entry={number} />
          );
        }}
      </Route>
      <Route>
        <Before />
      </Route>
    </Switch>
  );
}

interface OneAthleteProps {
  readonly competition: string;
  readonly entry: number;
}

function OneAthlete({ competition, entry }: OneAthleteProps) {
  const { t } = useText();
  const viewer = viewerSession();
  const { link } = useSyncExternalStore(viewer.subscribe, viewer.state);
  const [athlete, setAthlete] = useState<FollowedAthlete | undefined>();
  const sheet = athlete === 'missing' ? undefined : athlete;
  const archer = sheet?.archers[0];
  const clockKeys = useClockKeys(competition, archer?.category);
  useTitle(archer?.name ?? t('follow.title'), sheet?.competitionName);

  useEffect(
    () => viewer.follow({ kind: 'athlete', competition, entry }, listenToAthlete(setAthlete)),
    [viewer, competition, entry],
  );
  const [name, competitionName] = [archer?.name, sheet?.competitionName];
  useEffect(() => {
    if (name && competitionName) rememberFollowed({ competition, entry, name, competitionName });
  }, [competition, entry, name, competitionName]);

  if (athlete === 'missing') return <Before isMissing />;
  return (
    <>
      <PageHeader title={sheet?.competitionName ?? t('follow.title')}>
        <CategoryClock store={viewer.clocks(competition)} keys={clockKeys} />
        <LinkMark state={link} />
        <span className={styles.wide}>
          <ThemePicker />
        </span>
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        <Stale />
        {sheet ? (
          <AthleteView competition={competition} entry={entry} sheet={sheet} />
        ) : (
          <Skeleton rows={10} label={t('app.loading')} />
        )}
      </main>
    </>
  );
}

/** How old the card is once the connection is gone. */
function Stale() {
  const text = useText();
  const age = useLostAge();
  if (age === undefined) return null;
  return (
    <Banner tone="warn" action={<Button onClick={viewerSession().nudge}>{text.t('link.retry')}</Button>}>
      {text.t('link.stale', { age: sentenceOfAge(text, age) })}
    </Banner>
  );
}

function Before({ isMissing = false }: { readonly isMissing?: boolean }) {
  const { t } = useText();
  const [followed] = useState(recallFollowed);
  useTitle(t('follow.title'));
  return (
    <>
      <PageHeader title={t('follow.title')}>
        <ThemePicker />
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        {isMissing ? <Empty title={t('follow.missing')}>{t('follow.missing.text')}</Empty> : null}
        {followed.length === 0 && !isMissing ? (
          <Empty title={t('follow.before.none')}>{t('follow.before.none.text')}</Empty>
        ) : null}
        {followed.length > 0 ? (
          <section aria-labelledby="before">
            <h2 id="before">{t('follow.before')}</h2>
            <ul className={styles.before}>
              {followed.map(({ competition, entry, name, competitionName }) => (
                <li key={`${competition}/${entry}`}>
                  <a href={athletePath(competition, entry)}>
                    <strong>{name}</strong>
                    <span className={styles.soft}>{competitionName}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p>
          <ButtonLink href="/board" look="primary" large>
            {t('follow.results')}
          </ButtonLink>
        </p>
      </main>
    </>
  );
}
