// Over a board on a phone: what is announced, and what is under review and so shown as it stood.
import { useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { useAnnouncements, useShow } from '../store/use-show.ts';
import { useText } from '../text/text-context.tsx';

export function ShowBands({ competition }: { readonly competition: CompetitionView }) {
  const { t } = useText();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const announcements = useAnnouncements(competition.id, 'elsewhere').filter(({ id, from }) => !hidden.has(id + from));
  const underReview = useShow(competition.id)?.underReview ?? [];
  const names = underReview.map(({ held }) =>
    held.kind === 'category'
      ? (competition.categories.find(({ code }) => code === held.category)?.name ?? held.category)
      : `${held.event} ${held.match}`,
  );
  return (
    <>
      {names.length > 0 ? <Banner tone="warn">{t('show.underReview', { what: names.join(', ') })}</Banner> : null}
      {announcements.map(({ id, from, text }) => (
        <Banner
          key={id}
          tone="info"
          action={<Button onClick={() => setHidden(new Set([...hidden, id + from]))}>{t('show.dismiss')}</Button>}
        >
          <span dir="auto">{text}</span>
        </Banner>
      ))}
    </>
  );
}
