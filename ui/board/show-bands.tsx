// Over a board on a phone: what is announced, and what is under review and so shown as it stood.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Announcements } from '../parts/announcements.tsx';
import { Banner } from '../parts/banner.tsx';
import { useAnnouncements, useShow } from '../store/use-show.ts';
import { useText } from '../text/text-context.tsx';

export function ShowBands({ competition }: { readonly competition: CompetitionView }) {
  const { t } = useText();
  const underReview = useShow(competition.id)?.underReview ?? [];
  const names = underReview.map(({ held }) =>
    held.kind === 'category'
      ? (competition.categories.find(({ code }) => code === held.category)?.name ?? held.category)
      : `${held.event} ${held.match}`,
  );
  return (
    <>
      {names.length > 0 ? <Banner tone="warn">{t('show.underReview', { what: names.join(', ') })}</Banner> : null}
      <Announcements shown={useAnnouncements(competition.id, 'elsewhere')} />
    </>
  );
}
