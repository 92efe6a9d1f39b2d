// The tablet's head: which target this is, how the connection is, and the way out.
import { useRef } from 'react';
import type { Pairing } from '../link/outbox-storage.ts';
import { Button } from '../parts/button.tsx';
import { closeDialog, openDialog } from '../parts/dialog.ts';
import { LinkMark } from '../parts/link-mark.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { useText } from '../text/text-context.tsx';
import type { TabletSession, TabletView } from './tablet-session.ts';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  readonly unsent: number;
}

export function TopBar({ session, view, pairing, unsent }: TopBarProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        <h1 className={styles.target}>{t('tablet.target', { butt: pairing.butt })}</h1>
        <p className={styles.competition}>{view.sheet?.sheet.competitionName ?? pairing.competitionName}</p>
        <LinkMark state={view.link} />
        <Button
          look="quiet"
          aria-haspopup="dialog"
          aria-label={t('tablet.leave')}
          onClick={() => openDialog(dialog.current)}
          className={styles.menu}
        >
          <span aria-hidden="true">⋯</span>
        </Button>
      </div>
      <div className={styles.rings} aria-hidden="true" />
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="leave">
        <h2 id="leave">{t('tablet.leave.confirm', { butt: pairing.butt })}</h2>
        <p>{unsent > 0 ? t('tablet.leave.unsent', { count: unsent }) : t('tablet.leave.text')}</p>
        <div className={styles.choices}>
          <Button onClick={() => closeDialog(dialog.current)}>{t('app.cancel')}</Button>
          <Button look="danger" disabled={unsent > 0} onClick={session.leave}>
            {t('tablet.leave.button')}
          </Button>
        </div>
        <div className={styles.settings}>
          <LanguagePicker />
          <ThemePicker />
        </div>
      </dialog>
    </header>
  );
}
