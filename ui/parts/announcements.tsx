// What the desk announces, over a page for one person, who may hide what has been read.
import { useState } from 'react';
import type { Announcement } from '../../src/domain/show/show.ts';
import { useText } from '../text/text-context.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

export function Announcements({ shown }: { readonly shown: readonly Announcement[] }) {
  const { t } = useText();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  return shown
    .filter(({ id, from }) => !hidden.has(id + from))
    .map(({ id, from, text }) => (
      <Banner
        key={id}
        tone="info"
        action={<Button onClick={() => setHidden(new Set([...hidden, id + from]))}>{t('show.dismiss')}</Button>}
      >
        <span dir="auto">{text}</span>
      </Banner>
    ));
}
