// How old the results are once the connection is gone, and by which way they come when it is not the usual one.
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { isAway } from '../store/page-origin.ts';
import { useLostAge } from '../store/use-lost-age.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { boardSession, useBoardView } from './use-board.ts';

export function Stale() {
  const text = useText();
  const { link, way } = useBoardView();
  const lostMs = useLostAge();
  if (link.kind === 'live')
    return way === 'relay' && !isAway() ? <Banner tone="info">{text.t('relay.over')}</Banner> : null;
  if (lostMs === undefined) return null;
  const age = sentenceOfAge(text, lostMs);
  const isSilent = link.kind === 'waiting' && link.reason === 'silent';
  return (
    <Banner tone="warn" action={<Button onClick={() => boardSession().nudge()}>{text.t('link.retry')}</Button>}>
      {text.t(isSilent ? 'relay.silent' : 'link.stale', { age })}
    </Banner>
  );
}
