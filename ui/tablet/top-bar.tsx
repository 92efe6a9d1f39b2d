// The tablet's head: which target this is, how the connection is, and what can be set.
import { memo, type ReactNode, useRef } from 'react';
import type { LinkState } from '../link/link-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Button } from '../parts/button.tsx';
import { closeDialog, openDialog } from '../parts/dialog.ts';
import { useLater } from '../parts/later.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { Rings } from '../parts/rings.tsx';
import { useText } from '../text/text-context.tsx';
import { laterParts } from './later-parts.ts';
import type { TabletSession } from './tablet-session.ts';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly session: TabletSession;
  readonly link: LinkState;
  /** Undefined until the sheet is here. */
  readonly competitionName: string | undefined;
  /** Of the archers at this target; undefined where the competition has no sessions. */
  readonly shootingSession: number | undefined;
  readonly pairing: Pairing;
  readonly unsent: number;
  /** Settings, in the dialog behind the button. */
  readonly settings: ReactNode;
  /** What else has to be in sight all the time. */
  readonly children?: ReactNode;
}

/** Not drawn anew for every arrow, as long as `settings` and `children` are the same elements. */
export const TopBar = memo(function TopBar(props: TopBarProps) {
  const { session, link, competitionName, shootingSession, pairing, unsent, settings, children } = props;
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef<HTMLDialogElement>(null);
  const late = useLater(laterParts.sheets);
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        <h1 className={styles.target}>{t('tablet.target', { butt: pairing.butt })}</h1>
        <p className={styles.competition}>{competitionName ?? pairing.competitionName}</p>
        {late ? (
          <late.TabletClock
            session={session}
            competition={pairing.competition}
            isLive={link.kind === 'live'}
            shootingSession={shootingSession}
          />
        ) : null}
        {children}
        <LinkMark state={link} isShort />
        <Button
          look="quiet"
          aria-haspopup="dialog"
          aria-label={t('tablet.settings')}
          onClick={() => openDialog(dialog.current)}
          className={styles.menu}
        >
          <span aria-hidden="true">⋯</span>
        </Button>
      </div>
      <Rings />
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="settings">
        <div className={styles.head}>
          <h2 id="settings">{t('tablet.settings')}</h2>
          <Button large onClick={() => closeDialog(dialog.current)}>
            {t('app.close')}
          </Button>
        </div>
        {settings}
        <div className={styles.leave}>
          <Button large aria-haspopup="dialog" onClick={() => openDialog(leaving.current)}>
            {t('tablet.leave')}
          </Button>
        </div>
      </dialog>
      <dialog ref={leaving} className={styles.dialog} aria-labelledby="leave">
        <h2 id="leave">{t('tablet.leave.confirm', { butt: pairing.butt })}</h2>
        <p>{unsent > 0 ? t('tablet.leave.unsent', { count: unsent }) : t('tablet.leave.text')}</p>
        <div className={styles.choices}>
          <Button large onClick={() => closeDialog(leaving.current)}>
            {t('app.cancel')}
          </Button>
          <Button large look="danger" disabled={unsent > 0} onClick={session.leave}>
            {t('tablet.leave.button')}
          </Button>
        </div>
      </dialog>
    </header>
  );
});
