// What a TV would show, small: the TV's own page in a frame, at the scale of the box it has here.
import { useRef } from 'react';
import type { ScreenContent } from '../../src/domain/show/show.ts';
import { useWidth } from '../parts/use-width.ts';
import { useText } from '../text/text-context.tsx';
import { previewPath } from '../tv/preview-address.ts';
import styles from './screens.module.css';

interface ScreenPreviewProps {
  readonly competition: string;
  readonly shows: ScreenContent;
  /** What it is, in words. */
  readonly of: string;
}

/** As large as most TVs. */
const picture = { width: 1920, height: 1080 };

export function ScreenPreview({ competition, shows, of }: ScreenPreviewProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div ref={box} className={styles.preview}>
      <iframe
        title={t('desk.screens.previewOf', { what: of })}
        src={previewPath({ competition, shows })}
        {...picture}
        tabIndex={-1}
        style={{ transform: `scale(${width / picture.width})` }}
      />
    </div>
  );
}
