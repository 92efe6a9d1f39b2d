// How old the results are once the connection is gone, and by which way they come when it is not the usual one.
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { isAway } from '../store/page-origin.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { boardSession, useBoardView, useNow } from './use-board.ts';

export function Stale() {
  const text = useText();
  const { lostAt, link, way } = useBoardView();
  const now = useNow(lostAt !== undefined, 1_000);
  if (link.kind === 'live')
    return way === 'relay' && !isAway() ? <Banner tone="info">{text.t('relay.over')}</Banner> : null;
  if (lostAt === undefined) return null;
  const age = sentenceOfAge(text, now - lostAt);
  const isSilent = link.kind === 'waiting' && link.reason === 'silent';
  return (
    <Banner tone="warn" action={<Button onClick={() => boardSession().nudge()}>{text.t('link.retry')}</Button>}>
      {text.t(isSilent ? 'relay.silent' : 'link.stale', { age })}
    </Banner>
  );
}
