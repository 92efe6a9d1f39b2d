// What there is to watch: competitions with their categories.
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { isAway } from '../store/page-origin.ts';
import { useApi } from '../store/use-api.ts';
import { formatDays } from '../text/dates.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import styles from './board-page.module.css';
import { FindArcher } from './find-archer.tsx';
import { MatchLinks } from './match-links.tsx';

const refreshMs = 20_000;

/** Of one competition, or of all. */
export function CompetitionIndex({ only }: { readonly only?: CompetitionView }) {
  const { t } = useText();
  const { data, failure, reload } = useApi<readonly CompetitionView[]>(
    only ? undefined : '/api/competitions',
    refreshMs,
  );
  // An archived one is still seen at its own address.
  const competitions = only ? [only] : data?.filter(({ isClosed }) => !isClosed);
  useTitle(only?.name, t('board.title'));
  return (
    <>
      <PageHeader title={t('board.title')} subtitle={t('board.choose')}>
        <ThemePicker />
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        {failure ? <Failure failure={failure} onRetry={reload} /> : null}
        {!competitions && !failure ? <Skeleton label={t('app.loading')} /> : null}
        {competitions?.length === 0 ? <Empty title={t('board.none')}>{t('board.none.text')}</Empty> : null}
        {competitions?.map((competition) => (
          <Categories key={competition.id} competition={competition} />
        ))}
      </main>
    </>
  );
}

function Categories({ competition }: { readonly competition: CompetitionView }) {
  const { t, language } = useText();
  const { id, name, venue, from, to, categories } = competition;
  const path = `/board/${encodeURIComponent(id)}`;
  return (
    <section className={styles.competition} aria-labelledby={`competition-${id}`}>
      <h2 id={`competition-${id}`} className={styles.name}>
        {name}
      </h2>
      <p className={styles.facts}>
        {[venue, formatDays(language, from, to), t(`discipline.${competition.discipline}`)].filter(Boolean).join(' · ')}
      </p>
      {competition.entryCount > 0 && !isAway() ? <FindArcher competition={competition} /> : null}
      {categories.length === 0 ? (
        <Empty title={t('board.noCategories')}>{t('board.noCategories.text')}</Empty>
      ) : (
        <>
          <ul className={styles.categories}>
            {categories.map((category) => (
              <li key={category.code}>
                <Link href={`${path}/${encodeURIComponent(category.code)}`} className={styles.category}>
                  <span className={styles.code}>{category.code}</span>
                  <span className={styles.label}>
                    <span>{category.name}</span>
                    <span className={styles.soft}>{category.roundName}</span>
                    <span className={styles.soft}>{t('board.athletes', { count: category.entries })}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <MatchLinks competition={id} />
          <p className={styles.all}>
            <ButtonLink href={`${path}?tv=1`}>
              {t('board.tv')}: {t('board.all')}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}
