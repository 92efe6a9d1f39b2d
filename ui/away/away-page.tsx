// The boards, elsewhere: the same components, fed by the relay.
import { type ReactNode, useEffect } from 'react';
import { Router } from 'wouter';
import { BoardPage } from '../board/board-page.tsx';
import { Empty } from '../parts/empty.tsx';
import type { AwaySite } from '../store/page-origin.ts';
import { useText } from '../text/text-context.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { goTo, useHashPath, useHashSearch } from './hash-location.ts';

export const homeOf = ({ competition }: AwaySite) => `/board/${encodeURIComponent(competition)}`;

export function AwayPage({ site }: { readonly site: AwaySite }) {
  return (
    <Router hook={useHashPath} searchHook={useHashSearch}>
      <Somewhere home={homeOf(site)}>
        <BoardPage />
        <FreshnessNote />
      </Somewhere>
    </Router>
  );
}

/** Only the competition that the page was made for is on the relay for sure. */
function Somewhere({ home, children }: { readonly home: string; readonly children: ReactNode }) {
  const [path] = useHashPath();
  const isHere = path === home || path.startsWith(`${home}/`);
  useEffect(() => {
    if (!isHere) goTo(home, { replace: true });
  }, [isHere, home]);
  return isHere ? children : null;
}

export function NoSite() {
  const { t } = useText();
  return (
    <main id="content">
      <Empty title={t('relay.noSite')}>{t('relay.noSite.text')}</Empty>
    </main>
  );
}
