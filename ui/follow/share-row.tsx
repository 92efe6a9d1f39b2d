// Passing the page on: by the phone's own sharing where the page may use it, and always by a code that another phone scans.
import { Button } from '../parts/button.tsx';
import { FollowCode } from '../parts/follow-code.tsx';
import { useText } from '../text/text-context.tsx';
import styles from './follow.module.css';

interface ShareRowProps {
  readonly competition: string;
  readonly entry: number;
  readonly name: string;
  readonly competitionName: string;
}

export function ShareRow({ competition, entry, name, competitionName }: ShareRowProps) {
  const { t } = useText();
  // Only secure origins have it.
  const canShare = 'share' in navigator;
  const share = () => {
    const text = t('follow.share.text', { name, competition: competitionName });
    // A person who thinks better of it is no failure.
    navigator.share({ title: text, text, url: window.location.href }).catch(() => undefined);
  };
  return (
    <div className={styles.shareRow}>
      {canShare ? (
        <Button large onClick={share}>
          {t('follow.share')}
        </Button>
      ) : null}
      <details className={styles.code}>
        <summary>{t('follow.code')}</summary>
        <FollowCode competition={competition} entry={entry} name={name} origin={window.location.origin} />
      </details>
    </div>
  );
}
