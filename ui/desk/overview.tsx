// What comes next for a competition, and its categories with their boards.
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { ScrollFrame } from '../parts/scroll-frame.tsx';
import table from '../parts/table.module.css';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';

export function Overview({ competition }: { readonly competition: CompetitionView }) {
  const { t } = useText();
  const { id, entryCount, categories } = competition;
  const path = `/${encodeURIComponent(id)}`;
  const board = `/board/${encodeURIComponent(id)}`;
  return (
    <>
      <section aria-labelledby="steps">
        <h3 id="steps" className={styles.sectionTitle}>
          {t('desk.overview.steps')}
        </h3>
        <ol className={styles.steps}>
          <li className={entryCount > 0 ? styles.stepDone : undefined}>
            <Link href={`${path}/import`} className={styles.step}>
              <strong>{t('desk.overview.import')}</strong>
              <span>
                {entryCount > 0 ? t('board.athletes', { count: entryCount }) : t('desk.overview.import.text')}
              </span>
            </Link>
          </li>
          <li>
            <Link href={`${path}/targets`} className={styles.step}>
              <strong>{t('desk.overview.targets')}</strong>
              <span>{t('desk.overview.targets.text')}</span>
            </Link>
          </li>
          <li>
            <a href={`${board}?tv=1`} className={styles.step} target="_blank" rel="noreferrer">
              <strong>{t('desk.overview.boards')}</strong>
              <span>{t('desk.overview.boards.text')}</span>
            </a>
          </li>
          <li>
            <a
              href={`/overlay/${encodeURIComponent(competition.id)}`}
              className={styles.step}
              target="_blank"
              rel="noreferrer"
            >
              <strong>{t('overlay.title')}</strong>
              <span>{t('overlay.subtitle')}</span>
            </a>
          </li>
        </ol>
      </section>
      {categories.length > 0 ? (
        <section aria-labelledby="categories">
          <h3 id="categories" className={styles.sectionTitle}>
            {t('desk.overview.categories')}
          </h3>
          <ScrollFrame label={t('desk.overview.categories')}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('desk.overview.category')}</th>
                  <th scope="col">{t('desk.overview.round')}</th>
                  <th scope="col" className={table.number}>
                    {t('desk.overview.entries')}
                  </th>
                  <th scope="col">{t('desk.overview.board')}</th>
                </tr>
              </thead>
              <tbody>
                {categories.map(({ code, name, roundName, entries }) => (
                  <tr key={code}>
                    <td>
                      <strong>{code}</strong> {name}
                    </td>
                    <td>{roundName}</td>
                    <td className={table.number}>{entries}</td>
                    <td>
                      <a
                        href={`${board}/${encodeURIComponent(code)}?tv=0`}
                        target="_blank"
                        rel="noreferrer"
                        aria-label={`${t('desk.overview.open')}: ${name}`}
                      >
                        {t('desk.overview.open')}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </section>
      ) : null}
    </>
  );
}
