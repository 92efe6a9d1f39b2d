// What cannot be in the plan, in words.
import type { ScheduleClash } from '../../../src/domain/event/schedule-clashes.ts';
import { Banner } from '../../parts/banner.tsx';
import { useText } from '../../text/text-context.tsx';
import { wordsOfGridMatch } from './grid-words.ts';
import type { GridMatch } from './plan-grid.ts';

const mostShown = 12;

interface ClashesProps {
  readonly clashes: readonly ScheduleClash[];
  readonly matches: readonly GridMatch[];
}

export function Clashes({ clashes, matches }: ClashesProps) {
  const text = useText();
  const { t } = text;
  if (clashes.length === 0) return null;
  const find = ({ event, match }: ScheduleClash['one']) =>
    matches.find((each) => each.event === event && each.match.id === match);
  return (
    <Banner tone="warn">
      <strong>{t('events.clashes', { count: clashes.length })}</strong>
      <ul>
        {clashes.slice(0, mostShown).map((clash) => {
          const { kind, one, other } = clash;
          return (
            <li key={`${kind}/${one.event}/${one.match}/${other.event}/${other.match}`}>
              {t(`events.clash.${kind}`, {
                one: wordsOfGridMatch(text, find(one)),
                other: wordsOfGridMatch(text, find(other)),
                butt: clash.kind === 'butt' ? clash.butt : 0,
                name: clash.kind === 'archer' ? nameOf(find(one), clash.entry) : '',
              })}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

/** The archer's or the team's. */
function nameOf(found: GridMatch | undefined, entry: number): string {
  const { a, b } = found?.match.seats ?? {};
  return [a, b].find((seat) => seat?.entries.includes(entry))?.name ?? '';
}
