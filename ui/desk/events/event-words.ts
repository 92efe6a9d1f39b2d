// An event in words: who shoots in it, and how its elimination goes.
import type { EventView } from '../../../src/wire/api-events.ts';
import type { Translator } from '../../text/translator.ts';

export function wordsOfContest({ t }: Translator, contest: EventView['contest']): string {
  if (contest.kind === 'individual') return t('events.contest.individual', { category: contest.category });
  const parts = contest.parts.map(({ archers, categories }) =>
    t('events.contest.part', { archers, categories: categories.join(', ') }),
  );
  return `${t(`events.kind.${contest.kind}`)}: ${parts.join(' + ')}`;
}

export function wordsOfElimination({ t }: Translator, elimination: EventView['elimination']): string {
  if (!elimination) return t('events.system.none');
  const { qualifiers, system } = elimination;
  return system === 'bracket'
    ? t('events.how.bracket', { qualifiers, chart: elimination.chart })
    : t('events.how.other', { qualifiers, system: t(`events.system.${system}`) });
}
