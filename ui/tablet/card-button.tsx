// The button that shows an archer's whole card, and the dialog that it opens. What is in the dialog comes with a later part of the page.
import { useId, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import frame from '../parts/dialog.module.css';
import { closeDialog, openDialog } from '../parts/dialog.ts';
import { Later } from '../parts/later.tsx';
import { useText } from '../text/text-context.tsx';
import styles from './card-button.module.css';
import type { CardViewProps } from './card-view.tsx';
import { laterParts } from './later-parts.ts';
import type { TabletSession } from './tablet-session.ts';

interface CardButtonProps extends CardViewProps {
  readonly session: TabletSession;
  readonly competition: string;
}

export function CardButton({ session, competition, ...view }: CardButtonProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  // The table of a long round is drawn only while somebody looks at it.
  const [isOpen, setOpen] = useState(false);
  const { entry, name, category, club } = view.archer.archer;
  return (
    <>
      <Button
        large
        className={styles.open}
        aria-haspopup="dialog"
        aria-label={t('cards.view.openOf', { name })}
        onClick={() => {
          setOpen(true);
          openDialog(dialog.current);
        }}
      >
        {t('cards.view.open')}
      </Button>
      <dialog
        ref={dialog}
        className={cx(frame.dialog, styles.dialog)}
        aria-labelledby={title}
        onClose={() => setOpen(false)}
      >
        <div className={cx(frame.head, styles.head)}>
          <div>
            <h2 id={title} className={styles.title}>
              {name}
            </h2>
            <p>{[view.archer.round.name, category, club].filter(Boolean).join(' · ')}</p>
          </div>
          <Button
            large
            onClick={() => {
              closeDialog(dialog.current);
              setOpen(false);
            }}
          >
            {t('app.close')}
          </Button>
        </div>
        {isOpen ? (
          <Later part={laterParts.sheets}>
            {({ CardView, HitsView, FollowCode }) => (
              <>
                <CardView {...view} />
                {/* Where the first card's arrows struck is not for who keeps the second. */}
                {view.archer === view.both ? (
                  <HitsView session={session} competition={competition} archer={view.archer} />
                ) : null}
                <FollowCode competition={competition} entry={entry} name={name} origin={window.location.origin} />
              </>
            )}
          </Later>
        ) : null}
      </dialog>
    </>
  );
}
