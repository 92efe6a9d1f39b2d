// The paper card typed by the keyboard alone: the arrows of an end, Enter, the total that stands on the paper, Enter, next end. As the second
// card; or as the first, where there is no tablet and the competition asks for one card only. The total is a checksum on the typist; what counts is the arrows, so a wrong sum on the paper can be passed over.
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { isEndBlank } from '../../src/domain/card/scorecard.ts';
import { type Face, pointsOf } from '../../src/domain/rounds/faces.ts';
import type { ScorecardView } from '../../src/wire/api-cards.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { readTypedEnd, type TypedEnd } from '../store/typed-end.ts';
import { useDraft } from '../store/use-draft.ts';
import { useText } from '../text/text-context.tsx';
import type { CardEnd } from './card-end.ts';
import styles from './cards.module.css';
import { useExpiry } from './use-expiry.ts';

interface PaperCardProps {
  /** Of the card, in the interface. */
  readonly path: string;
  readonly card: ScorecardView;
  /** How many cards the competition asks for. */
  readonly scoring: ScoringMode;
  readonly faceOf: (end: CardEnd) => Face | undefined;
  /** An end that somebody has chosen, instead of the first that is missing. */
  readonly asked: number | undefined;
  /** An end is typed and on its way: what was chosen is dealt with. */
  readonly onTyped: () => void;
  readonly onSaved: () => void;
  readonly onExpired: () => void;
  /** What comes when every end is typed; `isTyping`: somebody is at the keyboard. */
  readonly afterwards: (isTyping: boolean) => ReactNode;
}

interface Saved {
  readonly end: number;
  /** `first`: written as the only card. */
  readonly state: CardEnd['check'] | 'first';
}

/** What became of an end that was typed here. */
type Way = 'sending' | 'saved' | 'failed';

/** An end is saved behind the next one, so that nobody types into a field that is about to go; one that fails comes back as it was. */
export function PaperCard({
  path,
  card,
  scoring,
  faceOf,
  asked,
  onTyped,
  onSaved,
  onExpired,
  ...rest
}: PaperCardProps) {
  const { t } = useText();
  const [saved, setSaved] = useState<Saved | undefined>();
  const [ways, setWays] = useState<ReadonlyMap<number, Way>>(new Map());
  const [inHand, setInHand] = useState<number | undefined>();
  const [isFirst] = useState(() => scoring !== 'two' && card.ends.some(({ isComplete }) => !isComplete));
  const send = useSending(path);
  const isMissing = (end: CardEnd) => {
    const way = ways.get(end.end);
    if (way !== undefined) return way === 'failed';
    return isFirst ? !end.isComplete : end.checked === null || end.isConfirmed;
  };
  // One that fails meanwhile does not take the keyboard from the end that is being typed.
  const current =
    card.ends.find(({ end }) => end === asked && ways.get(end) !== 'sending') ??
    card.ends.find((end) => end.end === inHand && isMissing(end)) ??
    card.ends.find(isMissing);
  const shown = card.ends.filter(
    (end) => end === current || ways.get(end.end) === 'sending' || ways.get(end.end) === 'failed',
  );
  const become = (end: number, way: Way) => setWays((before) => new Map(before).set(end, way));
  return (
    <section className={styles.box} aria-labelledby="paper">
      <h3 id="paper" className={styles.boxTitle}>
        {t('desk.paper.title')}
      </h3>
      <p role="status" className={saved?.state === 'differs' ? styles.differs : styles.soft}>
        {saved ? t('desk.paper.saved', { end: saved.end, state: saved.state }) : ''}
      </p>
      {shown.map((end) => (
        <PaperEnd
          key={end.end}
          path={path}
          end={end}
          isFirst={isFirst && isEndBlank(end.arrows)}
          send={send}
          ends={card.ends.length}
          face={faceOf(end)}
          isHidden={current !== undefined && ways.get(end.end) === 'sending'}
          isTyped={end === current && (asked !== undefined || ways.size > 0)}
          onSending={() => {
            become(end.end, 'sending');
            setInHand(card.ends.find((each) => each !== end && isMissing(each))?.end);
            onTyped();
          }}
          onSaved={(answer) => {
            const check = answer.ends.find((each) => each.end === end.end)?.check ?? 'unchecked';
            become(end.end, 'saved');
            setSaved({ end: end.end, state: isFirst && check === 'unchecked' ? 'first' : check });
            onSaved();
          }}
          onFailed={() => become(end.end, 'failed')}
          onExpired={onExpired}
        />
      ))}
      {shown.length === 0 ? (
        <Banner tone="good">{t(isFirst ? 'desk.paper.done.first' : 'desk.paper.done')}</Banner>
      ) : null}
      {shown.length === 0 ? rest.afterwards(ways.size > 0) : null}
    </section>
  );
}

type Send = (end: number, arrows: TypedEnd['arrows'], isFirst: boolean) => Promise<ScorecardView>;

/** Ends of a first card are written one after the other: the appliance takes none before the one before it. */
function useSending(path: string): Send {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (end, arrows, isFirst) => {
    if (!isFirst) return callApi(`${path}/ends/${end}/check`, { method: 'PUT', json: { arrows } });
    const call = last.current.then(() =>
      callApi<ScorecardView>(`${path}/arrows`, { method: 'POST', json: { end, first: 0, arrows } }),
    );
    // What became of it its own end says; the next one is tried all the same, and says so itself.
    last.current = call.catch(() => undefined);
    return call;
  };
}

interface PaperEndProps {
  readonly path: string;
  /** Nothing is on the first card yet, and this is to be it. */
  readonly isFirst: boolean;
  readonly send: Send;
  readonly end: CardEnd;
  readonly ends: number;
  readonly face: Face | undefined;
  /** On its way, while the next one is typed. */
  readonly isHidden: boolean;
  /** Somebody is typing: the keyboard goes on here. */
  readonly isTyped: boolean;
  readonly onSending: () => void;
  readonly onSaved: (answer: ScorecardView) => void;
  readonly onFailed: () => void;
  readonly onExpired: () => void;
}

type Problem =
  | { readonly kind: 'unknown' | 'count' }
  | { readonly kind: 'sum'; readonly points: number; readonly total: string };

function PaperEnd({ path, isFirst, send, end, ends, face, isHidden, isTyped, onExpired, ...told }: PaperEndProps) {
  const { t } = useText();
  const { draft, change, forget } = useDraft(`paper${path}/${end.end}`, { arrows: '', total: '' });
  const [problem, setProblem] = useState<Problem | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useExpiry(failure, onExpired);
  const count = end.arrows.length;
  const typed = readTypedEnd(draft.arrows, face);
  const points = sumOf(typed, face);
  const input = (name: string) => form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);

  // With the end's first picture, not after it: a key that comes in between would be nobody's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is its turn.
  useLayoutEffect(() => {
    if (isTyped) input('arrows')?.focus();
  }, [isTyped]);

  const save = () => {
    setBusy(true);
    setFailure(undefined);
    told.onSending();
    send(end.end, typed.arrows, isFirst)
      .then(
        (answer) => {
          forget();
          told.onSaved(answer);
        },
        (error: unknown) => {
          setFailure(toFailure(error));
          told.onFailed();
        },
      )
      .finally(() => setBusy(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = findProblem(typed, count, points, draft.total);
    if (found === undefined || isSame(problem, found)) {
      save();
      return;
    }
    setProblem(found === 'total' ? undefined : found);
    input(found === 'total' || found.kind === 'sum' ? 'total' : 'arrows')?.focus();
  };
  const type = (part: Partial<typeof draft>) => {
    setProblem(undefined);
    change(part);
  };
  const words = problem && wordsOf(t, problem, { unknown: typed.unknown ?? '', count });
  return (
    <form ref={form} className={styles.side} hidden={isHidden} onSubmit={submit}>
      <p>{t('desk.paper.end', { end: end.end, ends })}</p>
      <div className={styles.pair}>
        <Field
          label={t('desk.paper.arrows')}
          hint={t('desk.paper.arrows.hint')}
          error={problem && problem.kind !== 'sum' ? words : undefined}
          name="arrows"
          value={draft.arrows}
          onChange={({ target }) => type({ arrows: target.value })}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={80}
          className={styles.typed}
        />
        <Field
          label={t('desk.paper.total')}
          name="total"
          value={draft.total}
          onChange={({ target }) => type({ total: target.value.replace(/\D/g, '').slice(0, 3) })}
          inputMode="numeric"
          autoComplete="off"
          className={styles.typed}
        />
      </div>
      {problem?.kind === 'sum' ? (
        <Banner tone="warn" urgent>
          {words}
        </Banner>
      ) : null}
      <p className={styles.preview} aria-live="polite">
        {typed.arrows.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
          <Arrow key={index} value={value} face={face} />
        ))}
        <span>{t('desk.paper.sum', { count: typed.arrows.length, points })}</span>
      </p>
      {failure ? <Failure failure={failure} /> : null}
      <Button type="submit" look="primary" large disabled={busy}>
        {t(problem?.kind === 'sum' ? 'desk.paper.keep' : 'desk.paper.save')}
      </Button>
    </form>
  );
}

function sumOf({ arrows }: TypedEnd, face: Face | undefined): number {
  return arrows.reduce((sum, value) => sum + ((face && pointsOf(face, value)) ?? 0), 0);
}

/** What keeps an end from being saved; `total`: the total is to be typed yet. */
function findProblem(typed: TypedEnd, count: number, points: number, total: string): Problem | 'total' | undefined {
  if (typed.unknown !== undefined) return { kind: 'unknown' };
  if (typed.arrows.length !== count) return { kind: 'count' };
  if (total === '') return 'total';
  return Number(total) === points ? undefined : { kind: 'sum', points, total };
}

/** The typist has been told of this sum already, and means it. */
function isSame(told: Problem | undefined, found: Problem | 'total'): boolean {
  if (told?.kind !== 'sum' || found === 'total' || found.kind !== 'sum') return false;
  return told.points === found.points && told.total === found.total;
}

function wordsOf(
  t: ReturnType<typeof useText>['t'],
  problem: Problem,
  { unknown, count }: { readonly unknown: string; readonly count: number },
): string {
  switch (problem.kind) {
    case 'unknown':
      return t('desk.paper.unknown', { text: unknown });
    case 'count':
      return t('desk.paper.count', { count });
    case 'sum':
      return t('desk.paper.differs', { points: problem.points, total: problem.total });
  }
}
