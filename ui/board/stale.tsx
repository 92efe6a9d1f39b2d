// How old the results are once the connection is gone.
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { boardSession, useBoardView, useNow } from './use-board.ts';

export function Stale() {
  const text = useText();
  const { lostAt, link } = useBoardView();
  const now = useNow(lostAt !== undefined, 1_000);
  if (link.kind === 'live' || lostAt === undefined) return null;
  return (
    <Banner tone="warn" action={<Button onClick={() => boardSession().nudge()}>{text.t('link.retry')}</Button>}>
      {text.t('link.stale', { age: sentenceOfAge(text, now - lostAt) })}
    </Banner>
  );
}
