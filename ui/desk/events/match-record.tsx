// What was changed in a match, by whom and why.
import type { BySide } from '../../../src/domain/match/match.ts';
import type { MatchRecordView } from '../../../src/wire/api-matches.ts';
import { writeTypedEnd } from '../../store/typed-end.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './events.module.css';

interface MatchRecordProps {
  readonly changes: MatchRecordView['changes'];
  readonly names: BySide<string>;
}

export function MatchRecord({ changes, names }: MatchRecordProps) {
  const { t, language } = useText();
  if (changes.length === 0) return null;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  return (
    <section aria-labelledby="record">
      <h4 id="record" className={desk.sectionTitle}>
        {t('events.match.record')}
      </h4>
      <ul className={styles.lines}>
        {changes.map(({ at, kind, side, part, number, was, now, closest, attendance, by, reason }) => (
          <li key={`${at}/${kind}/${side ?? ''}/${number ?? ''}`}>
            <span>
              {t(`events.match.record.${kind}`, {
                name: side ? names[side] : '',
                part: part ?? 'end',
                number: number ?? 0,
                was: writeTypedEnd(was ?? []) || '–',
                now: writeTypedEnd(now ?? []) || '–',
                closest: closest === null ? '' : closest === 'equal' ? '=' : names[closest],
                attendance: attendance ?? 'present',
              })}
              <span className={styles.small}>{[time.format(at), by, reason].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
