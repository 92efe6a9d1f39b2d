// Three big ways in, what is on this box now, and the address for other devices.
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Failure } from '../parts/failure.tsx';
import { Logo } from '../parts/logo.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { Qr } from '../parts/qr.tsx';
import { useApi } from '../store/use-api.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import styles from './home-page.module.css';

const ways = [
  { href: '/board', title: 'home.watch', text: 'home.watch.text', ring: 'gold' },
  { href: '/tablet', title: 'home.score', text: 'home.score.text', ring: 'red' },
  { href: '/desk', title: 'home.desk', text: 'home.desk.text', ring: 'blue' },
] as const;

export function HomePage() {
  const { t } = useText();
  const bootstrap = useApi<Bootstrap>('/api/bootstrap');
  const competitions = useApi<readonly CompetitionView[]>('/api/competitions');
  const open = competitions.data?.filter(({ isClosed }) => !isClosed) ?? [];
  useTitle(t('app.tagline'));
  return (
    <>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Logo size={36} />
          <span>Tenring</span>
        </span>
        <span className={styles.tools}>
          <ThemePicker />
          <LanguagePicker />
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.hero}>
          <h1 className={styles.title}>{t('home.title')}</h1>
          <p className={styles.lead}>{t('home.lead')}</p>
          {bootstrap.data?.demo ? <p className={styles.demo}>{t('home.demo')}</p> : null}
        </div>
        <nav className={styles.ways} aria-label={t('app.home')}>
          {ways.map(({ href, title, text, ring }) => (
            <a key={href} href={href} className={styles.way}>
              <span className={`${styles.ring} ${styles[ring]}`} aria-hidden="true" />
              <span className={styles.wayTitle}>{t(title)}</span>
              <span className={styles.wayText}>{t(text)}</span>
            </a>
          ))}
        </nav>
        {bootstrap.failure ? <Failure failure={bootstrap.failure} onRetry={bootstrap.reload} /> : null}
        <div className={styles.below}>
          {open.length > 0 ? (
            <section className={styles.now} aria-labelledby="now">
              <h2 id="now">{t('home.now')}</h2>
              <ul className={styles.list}>
                {open.slice(0, 6).map(({ id, name, venue, entryCount }) => (
                  <li key={id}>
                    <a href={`/board/${encodeURIComponent(id)}`}>{name}</a>
                    <span className={styles.soft}>
                      {[venue, t('board.athletes', { count: entryCount })].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {bootstrap.data?.addresses[0] ? (
            <section className={styles.address} aria-labelledby="address">
              <div className={styles.qr}>
                <Qr text={bootstrap.data.addresses[0]} label={bootstrap.data.addresses[0]} />
              </div>
              <div>
                <h2 id="address">{t('home.address')}</h2>
                <p className={styles.soft}>{t('home.address.text')}</p>
                <p className={styles.url}>{bootstrap.data.addresses[0]}</p>
              </div>
            </section>
          ) : null}
        </div>
      </main>
      <footer className={styles.foot}>
        {bootstrap.data ? <span>{t('app.version', { version: bootstrap.data.version })}</span> : null}
        <a href="/api/docs">API</a>
      </footer>
    </>
  );
}
