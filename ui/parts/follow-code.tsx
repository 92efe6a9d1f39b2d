// The code that makes a phone follow an athlete: on the tablet beside the card, on the athlete's own page.
import { athletePath } from '../store/followed-athletes.ts';
import { useText } from '../text/text-context.tsx';
import styles from './follow-code.module.css';
import { Qr } from './qr.tsx';

interface FollowCodeProps {
  readonly competition: string;
  readonly entry: number;
  readonly name: string;
  /** Of this appliance, as phones reach it. */
  readonly origin: string;
}

export function FollowCode({ competition, entry, name, origin }: FollowCodeProps) {
  const { t } = useText();
  const words = t('follow.code.text', { name });
  return (
    <figure className={styles.figure}>
      <div className={styles.qr}>
        <Qr text={origin + athletePath(competition, entry)} label={words} />
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
