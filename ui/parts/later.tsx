// Where a part of a page is shown that may still be on its way: its place is kept, and where it cannot be had that is said in words.
import { type ReactNode, useSyncExternalStore } from 'react';
import { useText } from '../text/text-context.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Skeleton } from './empty.tsx';
import type { LaterPart } from './later-part.ts';

/** Undefined until it is here: for what nobody misses meanwhile. */
export function useLater<Content>(part: LaterPart<Content>): Content | undefined {
  const state = useSyncExternalStore(part.subscribe, part.state);
  return state.kind === 'here' ? state.content : undefined;
}

interface LaterProps<Content> {
  readonly part: LaterPart<Content>;
  readonly children: (content: Content) => ReactNode;
  readonly rows?: number;
  /** Does as well where the part cannot be had. */
  readonly instead?: ReactNode;
  /** What stands round whatever is shown in the part's place. */
  readonly around?: (standIn: ReactNode) => ReactNode;
}

const asItIs = (standIn: ReactNode) => standIn;

export function Later<Content>({ part, children, rows = 3, instead, around = asItIs }: LaterProps<Content>) {
  const { t } = useText();
  const content = useLater(part);
  if (content !== undefined) return children(content);
  if (part.state().kind === 'coming') return around(<Skeleton rows={rows} label={t('app.loading')} />);
  return around(
    instead ?? (
      <Banner
        tone="warn"
        action={
          <Button large onClick={part.fetch}>
            {t('link.retry')}
          </Button>
        }
      >
        {t('app.partMissing')}
      </Banner>
    ),
  );
}
