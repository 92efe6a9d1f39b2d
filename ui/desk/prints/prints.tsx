// What goes on paper: a document is chosen, made on the appliance, looked at, and opened as a PDF; and what only paper has: officials, the
// text of certificates, the logo.
import { useState } from 'react';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { PaperView } from '../../../src/wire/api-paper.ts';
import { type PrintableDocument, printableDocuments } from '../../../src/wire/printables.ts';
import { Banner } from '../../parts/banner.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useExpiry } from '../use-expiry.ts';
import { CertificateForm } from './certificate-form.tsx';
import { LogoForm } from './logo-form.tsx';
import { OfficialsForm } from './officials-form.tsx';
import { PrintForm } from './print-form.tsx';
import { PrintResult } from './print-result.tsx';
import styles from './prints.module.css';
import { usePrint } from './use-print.ts';

interface PrintsProps {
  readonly competition: CompetitionView;
  /** Of an address that leads here: a document, then the event and match (`RM:3-1`) that it is of. */
  readonly item: string | undefined;
  readonly part: string | undefined;
  /** Of this appliance, as devices reach it: for codes to scan. */
  readonly origin: string;
  readonly onExpired: () => void;
}

export function Prints({ competition, item, part = '', origin, onExpired }: PrintsProps) {
  const { t } = useText();
  const [document, setDocument] = useState<PrintableDocument>(
    printableDocuments.find((each) => each === item) ?? 'scorecards',
  );
  const [ordered, setOrdered] = useState<PrintableDocument>(document);
  const paper = useApi<PaperView>(pathOf('competitions', competition.id, 'paper'));
  const { print, failure, isBusy, order, cancel } = usePrint(competition.id);
  useExpiry(failure ?? paper.failure, onExpired);
  const [event = '', match = ''] = part.split(':');
  const forms = { competition: competition.id, onChanged: paper.reload, onExpired };
  const canChange = !competition.isClosed;
  return (
    <>
      <section className={styles.prints} aria-labelledby="prints">
        <h3 id="prints" className={desk.sectionTitle}>
          {t('desk.prints.title')}
        </h3>
        {paper.data && paper.data.unprintable.count > 0 ? <Unprintable {...paper.data.unprintable} /> : null}
        <PrintForm
          {...{ competition, document, event, isBusy }}
          match={match.replace('-', '/')}
          onDocument={setDocument}
          onOrder={(json) => {
            setOrdered(document);
            order({ ...json, address: origin });
          }}
        />
        {failure ? <Failure failure={failure} /> : null}
        {print ? <PrintResult competition={competition.id} print={print} document={ordered} onCancel={cancel} /> : null}
      </section>
      {paper.failure ? <Failure failure={paper.failure} onRetry={paper.reload} /> : null}
      {paper.data && canChange ? (
        <>
          <LogoForm {...forms} logo={paper.data.logo} />
          <OfficialsForm key={JSON.stringify(paper.data.officials)} {...forms} officials={paper.data.officials} />
          <CertificateForm
            key={JSON.stringify(paper.data.certificate)}
            {...forms}
            certificate={paper.data.certificate}
          />
        </>
      ) : null}
    </>
  );
}

/** Before it is printed, not when it hangs at the gate. */
function Unprintable({ count, names }: PaperView['unprintable']) {
  const { t } = useText();
  return (
    <Banner tone="warn">
      {t('desk.prints.unprintable', { count })} <bdi>{names.join(', ')}</bdi>
      {count > names.length ? ' …' : ''}
    </Banner>
  );
}
