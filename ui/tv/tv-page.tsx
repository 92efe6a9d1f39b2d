// One TV: its code until the desk takes it, then what the desk says. Whatever fails, it keeps the last and comes back by itself.
import { useEffect, useState } from 'react';
import { codeOfScreen } from '../../src/domain/show/screen-code.ts';
import type { View } from '../../src/domain/show/show.ts';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Logo } from '../parts/logo.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useShow } from '../store/use-show.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { Playing } from './playing.tsx';
import { PreviewPage } from './preview.tsx';
import { previewInAddress } from './preview-address.ts';
import { screenId } from './screen-id.ts';
import styles from './tv.module.css';
import { useOrders } from './use-orders.ts';

const refreshMs = 15_000;

export function TvPage() {
  const [preview] = useState(() => previewInAddress(window.location.search));
  useAwake();
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.screen = 'big';
    dataset.tv = 'yes';
    // Pure black costs no picture tube anything; `?theme=light` for a sunny field.
    if (!new URLSearchParams(window.location.search).has('theme')) dataset.theme = 'dark';
  }, []);
  return <div className={styles.tv}>{preview ? <PreviewPage {...preview} /> : <OwnScreen />}</div>;
}

function OwnScreen() {
  const [id] = useState(screenId);
  const [view, setView] = useState<View | undefined>();
  const { competition, identifiedUntil } = useOrders(id, view);
  const show = useShow(competition ?? undefined);
  const found = useApi<CompetitionView>(competition ? pathOf('competitions', competition) : undefined, refreshMs).data;
  const bootstrap = useApi<Bootstrap>('/api/bootstrap', refreshMs).data;
  const screen = show?.screens.find((each) => each.id === id);
  const origin = bootstrap?.addresses[0] ?? window.location.origin;
  return (
    <>
      {competition && found && show && screen ? (
        screen.isBlank ? (
          <Blank onView={setView} />
        ) : (
          <Playing
            competition={found}
            show={show}
            screen={screen}
            origin={origin}
            demo={bootstrap?.demo ?? false}
            onView={setView}
          />
        )
      ) : competition === undefined || (competition && !show) ? (
        <Waiting code={undefined} origin={origin} onView={setView} />
      ) : (
        <Waiting code={codeOfScreen(id)} origin={origin} onView={setView} />
      )}
      <Identity name={screen?.name ?? codeOfScreen(id)} until={identifiedUntil} />
    </>
  );
}

type OnView = (view: View | undefined) => void;

function Blank({ onView }: { readonly onView: OnView }) {
  const { t } = useText();
  useTitle(t('tv.title'));
  useEffect(() => onView(undefined), [onView]);
  return <main id="content" className={styles.blank} aria-label={t('tv.blank')} />;
}

interface WaitingProps {
  /** Undefined before the appliance has said whose this screen is. */
  readonly code: string | undefined;
  readonly origin: string;
  readonly onView: OnView;
}

function Waiting({ code, origin, onView }: WaitingProps) {
  const { t } = useText();
  useTitle(t('tv.title'));
  useEffect(() => onView(undefined), [onView]);
  return (
    <main id="content" className={styles.waiting}>
      <Logo size={96} />
      {code !== undefined ? (
        <>
          <h1 className={styles.code}>{code}</h1>
          <p className={styles.how}>{t('tv.waiting')}</p>
        </>
      ) : (
        <h1 className={styles.how}>{t('app.loading')}</h1>
      )}
      <p className={styles.where}>{origin.replace(/^https?:\/\//, '')}</p>
    </main>
  );
}

/** Which of several TVs it is. */
function Identity({ name, until }: { readonly name: string; readonly until: number }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const left = until - Date.now();
    if (left <= 0) return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), left);
    return () => clearTimeout(timer);
  }, [until]);
  return isShown ? (
    <p className={styles.identity} role="status">
      {name}
    </p>
  ) : null;
}
