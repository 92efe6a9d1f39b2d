// What became of an order: how far it is, with a way to give it up; then the pages themselves, to look at and to open.
import type { PrintView } from '../../../src/wire/api-prints.ts';
import type { PrintableDocument } from '../../../src/wire/printables.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { pathOf } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import { missingOf } from './asked-for.ts';
import styles from './prints.module.css';

interface PrintResultProps {
  readonly competition: string;
  readonly print: PrintView;
  /** Of the order. */
  readonly document: PrintableDocument;
  readonly onCancel: () => void;
}

export function PrintResult({ competition, print, document, onCancel }: PrintResultProps) {
  const { t } = useText();
  const { id, state, pages, of } = print;
  const name = t(`desk.prints.document.${document}`);
  const path = pathOf('competitions', competition, 'prints', id, 'pdf');
  switch (state) {
    case 'waiting':
    case 'working': {
      const words = of === null ? t('desk.prints.waiting') : t('desk.prints.working', { pages, of });
      return (
        <div className={styles.progress} role="status">
          <p>{words}</p>
          <progress aria-label={name} max={of ?? 1} {...(of === null ? {} : { value: pages })} />
          <Button onClick={onCancel}>{t('desk.prints.cancel')}</Button>
        </div>
      );
    }
    case 'empty':
      return <Empty title={t('desk.prints.empty')}>{t(`desk.prints.missing.${missingOf[document]}`)}</Empty>;
    case 'failed':
      return <p role="alert">{t('desk.prints.failed')}</p>;
    case 'done':
      return (
        <div className={styles.done} role="status">
          <p>
            <ButtonLink look="primary" href={path} target="_blank" rel="noreferrer">
              {t('desk.prints.open')}
            </ButtonLink>
          </p>
          <iframe className={styles.preview} title={t('desk.prints.preview', { document: name })} src={path} />
        </div>
      );
  }
}
