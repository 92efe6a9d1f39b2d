// The draw of an event: seen before it is made, made, places changed by hand before the first match, taken back; then the bracket, live.
import { useState } from 'react';
import type { DrawChangesView } from '../../../src/wire/api-events.ts';
import type { BracketView } from '../../../src/wire/api-matches.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { type ByHand, ByHandFields, isSigned, unsigned } from './by-hand.tsx';
import type { Place } from './chart-sections.ts';
import { DrawChart } from './draw-chart.tsx';
import type { EventPartProps } from './event-part.ts';
import styles from './events.module.css';

const refreshMs = 3_000;

export function DrawDesk(props: EventPartProps) {
  const { t } = useText();
  if (!props.event.elimination) return <Empty title={t('rejection.noElimination', { event: props.event.name })} />;
  return props.event.isDrawn ? <Drawn {...props} /> : <BeforeDraw {...props} />;
}

function BeforeDraw({ competition, event, onChanged, onExpired }: EventPartProps) {
  const { t } = useText();
  const path = `${pathOf('competitions', competition.id, 'events', event.id)}/draw`;
  const [preview, setPreview] = useState<BracketView | undefined>();
  const [refused, setRefused] = useState<ApiFailure | undefined>();
  const { change, busy, failure } = useChange(onChanged, onExpired);
  useExpiry(refused, onExpired);
  const look = () => {
    setRefused(undefined);
    callApi<BracketView>(`${path}/preview`, { method: 'POST' }).then(setPreview, (error: unknown) => {
      setPreview(undefined);
      setRefused(toFailure(error));
    });
  };
  return (
    <>
      <p>{t('events.draw.text')}</p>
      <div className={desk.buttons}>
        <Button large onClick={look}>
          {t('events.draw.preview')}
        </Button>
        <Button look="primary" large disabled={busy} onClick={() => void change(path, { method: 'POST' })}>
          {t('events.draw.do')}
        </Button>
      </div>
      {(failure ?? refused) ? <Failure failure={failure ?? (refused as ApiFailure)} /> : null}
      {preview ? (
        <>
          <Banner tone="info">{t('events.draw.previewed', { count: preview.competitors.length })}</Banner>
          <DrawChart competition={competition.id} bracket={preview} isPreview />
        </>
      ) : null}
    </>
  );
}

function Drawn({ competition, event, onChanged, onExpired }: EventPartProps) {
  const { t } = useText();
  const path = pathOf('competitions', competition.id, 'events', event.id);
  const { data, failure, reload } = useApi<BracketView>(`${path}/bracket`, refreshMs);
  const changes = useApi<DrawChangesView>(`${path}/draw/changes`, refreshMs);
  const [work, setWork] = useState<'swap' | 'undraw' | undefined>();
  const [byHand, setByHand] = useState<ByHand>(unsigned);
  const done = () => {
    reload();
    changes.reload();
    onChanged();
  };
  const { change, busy, failure: refused } = useChange(done, onExpired);
  useExpiry(failure ?? changes.failure, onExpired);
  if (!data) return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  const hasBegun = data.matches.some((match) => match.hasBegun);
  const swap = (one: Place, other: Place) => {
    if (isSigned(byHand) && !busy)
      void change(`${path}/draw/swaps`, { method: 'POST', json: { one, other, ...byHand } });
  };
  const undraw = async () => {
    const query = new URLSearchParams({ reason: byHand.reason });
    if (await change(`${path}/draw?${query.toString()}`, { method: 'DELETE' })) setWork(undefined);
  };
  return (
    <>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {hasBegun ? null : (
        <div className={desk.buttons}>
          <Button aria-pressed={work === 'swap'} onClick={() => setWork(work === 'swap' ? undefined : 'swap')}>
            {t('events.swap')}
          </Button>
          <Button aria-pressed={work === 'undraw'} onClick={() => setWork(work === 'undraw' ? undefined : 'undraw')}>
            {t('events.undraw')}
          </Button>
        </div>
      )}
      {work === undefined || hasBegun ? null : (
        <div className={styles.tie}>
          <p>{t(work === 'swap' ? 'events.swap.text' : 'events.undraw.text')}</p>
          <ByHandFields value={byHand} onChange={setByHand} />
          {work === 'swap' && !isSigned(byHand) ? <p className={desk.soft}>{t('events.swap.sign')}</p> : null}
          {work === 'undraw' ? (
            <div>
              <Button look="danger" disabled={busy || byHand.reason.trim() === ''} onClick={() => void undraw()}>
                {t('events.undraw.do')}
              </Button>
            </div>
          ) : null}
        </div>
      )}
      {refused ? <Failure failure={refused} /> : null}
      <DrawChart
        competition={competition.id}
        bracket={data}
        onSwap={work === 'swap' && !hasBegun && isSigned(byHand) ? swap : undefined}
      />
      <Changes changes={changes.data ?? []} bracket={data} />
    </>
  );
}

function Changes({ changes, bracket }: { readonly changes: DrawChangesView; readonly bracket: BracketView }) {
  const { t, language } = useText();
  if (changes.length === 0) return null;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <section aria-labelledby="changes">
      <h4 id="changes" className={desk.sectionTitle}>
        {t('events.changes')}
      </h4>
      <ul className={styles.lines}>
        {changes.map((change) => (
          <li key={`${change.at}/${change.kind}/${JSON.stringify(change)}`}>
            <span>
              {change.kind === 'swapped'
                ? t('events.changes.swapped', {
                    one: wordsOfPlace(t, change.one),
                    other: wordsOfPlace(t, change.other),
                  })
                : t('events.changes.team', {
                    name: bracket.competitors.find(({ key }) => key === change.key)?.name ?? change.key,
                  })}
              <span className={styles.small}>
                {t('events.changes.by', { by: change.by, reason: change.reason, at: time.format(change.at) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOfPlace(t: ReturnType<typeof useText>['t'], { match, side }: Place): string {
  return t('events.place', { match, side });
}
