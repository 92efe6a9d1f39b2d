// Scoring at one target: who shoots here, the end being typed, the keypad. Everything fits the screen: no scrolling with gloves.
import { useEffect, useMemo, useState } from 'react';
import { lastEndBegun } from '../../src/domain/card/scorecard.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { countUnsent, type OutboxItem } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { beginCorrection, beginEnd, commandsOfEnd, type EndEntry, isFull } from '../store/end-entry.ts';
import { type ArcherCard, cardsOf, nextArcher, slotsOf, withEndShot } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import { ArcherList } from './archer-list.tsx';
import { EndPanel } from './end-panel.tsx';
import { mayCorrect, NothingToScore } from './nothing-to-score.tsx';
import { canTypeAgain, RejectedEnds } from './rejected-ends.tsx';
import styles from './score-screen.module.css';
import { draftKey, type TabletSession, type TabletView } from './tablet-session.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';

interface ScoreScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
}

interface Choice {
  readonly entry: number;
  readonly mode: 'score' | 'correct';
  /** An end that is held open, instead of the next one. */
  readonly heldEnd?: number;
}

export function ScoreScreen({ session, view, pairing }: ScoreScreenProps) {
  const { t } = useText();
  useAwake();
  const cards = useMemo(() => (view.sheet ? cardsOf(view.sheet, view.outbox) : []), [view.sheet, view.outbox]);
  const unsent = countUnsent(view.outbox);
  return (
    <div className={styles.screen}>
      <TopBar session={session} view={view} pairing={pairing} unsent={unsent} />
      <Notices session={session} view={view} unsent={unsent} />
      {view.missing ? (
        <main id="content" className={styles.alone}>
          <Empty title={t('tablet.empty', { butt: pairing.butt })}>{t('tablet.empty.text')}</Empty>
        </main>
      ) : cards.length === 0 ? (
        <main id="content" className={styles.alone}>
          <Skeleton rows={4} label={t('tablet.loading')} />
        </main>
      ) : (
        <Sheet session={session} view={view} pairing={pairing} cards={cards} />
      )}
    </div>
  );
}

function Notices({
  session,
  view,
  unsent,
}: {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly unsent: number;
}) {
  const { t } = useText();
  const { link } = view;
  const isCut = link.kind === 'waiting' || ('attempt' in link && link.attempt > 0);
  const isDeferred = view.outbox.some(({ delivery }) => delivery.kind === 'deferred');
  return (
    <div className={styles.notices}>
      {view.storageFailed ? (
        <Banner tone="bad" urgent>
          {t('tablet.storage')}
        </Banner>
      ) : null}
      {isCut ? (
        <Banner tone="warn" action={<Button onClick={session.nudge}>{t('link.retry')}</Button>}>
          {t('tablet.offline', { count: unsent })}
        </Banner>
      ) : null}
      {link.kind === 'outdated' ? (
        <Banner tone="warn" action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}>
          {t('link.outdated')}
        </Banner>
      ) : null}
      {isDeferred ? <Banner tone="warn">{t('tablet.deferred')}</Banner> : null}
    </div>
  );
}

/** The end that an archer's panel is about; in correction the last one begun. None on a card that is closed. */
function endOfChoice({ card, next, held, closed }: ArcherCard, choice: Choice | undefined): number | undefined {
  if (choice?.mode === 'correct') return mayCorrect(closed) ? lastEndBegun(card) || undefined : undefined;
  if (closed) return undefined;
  return choice?.heldEnd !== undefined && held.includes(choice.heldEnd) ? choice.heldEnd : next;
}

function Sheet({ session, view, pairing, cards }: ScoreScreenProps & { readonly cards: readonly ArcherCard[] }) {
  const [chosen, setChosen] = useState<Choice | undefined>();
  const [cursor, setCursor] = useState<{ readonly key: string; readonly box: number } | undefined>();
  const archer = cards.find((each) => each.archer.entry === chosen?.entry) ?? nextArcher(cards) ?? cards[0];
  const entryNumber = archer?.archer.entry;
  const mode = chosen?.mode ?? 'score';

  // Whoever came up first stays chosen until the end is confirmed, whatever arrives from other devices.
  useEffect(() => {
    if (!chosen && entryNumber !== undefined) setChosen({ entry: entryNumber, mode: 'score' });
  }, [chosen, entryNumber]);

  const end = archer && endOfChoice(archer, chosen);
  const key = archer && end ? draftKey(pairing.competition, archer.archer.entry, end, mode) : '';
  const now = archer && end ? slotsOf(archer.card, archer.round, end) : [];
  const draft = view.drafts.get(key);
  const begun = mode === 'correct' ? beginCorrection(now, draft) : beginEnd(now, draft);
  const entry: EndEntry = cursor?.key === key && !begun.fixed[cursor.box] ? { ...begun, cursor: cursor.box } : begun;

  const turnTo = (choice: Choice) => {
    setChosen(choice);
    setCursor(undefined);
  };
  const choose = (number: number, nextMode: Choice['mode'] = 'score') => turnTo({ entry: number, mode: nextMode });
  const type = (next: EndEntry) => {
    if (!end) return;
    session.draft(key, next.slots);
    setCursor(next.cursor === undefined ? undefined : { key, box: next.cursor });
  };
  const point = (next: EndEntry) => setCursor(next.cursor === undefined ? undefined : { key, box: next.cursor });
  const confirm = (reason: string) => {
    if (!archer || !end || !isFull(entry)) return;
    if (mode === 'correct') {
      if (entry.slots.every((slot, box) => slot === now[box])) return;
      session.submit([{ kind: 'correctEnd', entry: archer.archer.entry, end, was: now, arrows: entry.slots, reason }]);
    } else {
      session.submit(commandsOfEnd(entry, archer.archer.entry, end));
    }
    session.draft(key, undefined);
    setCursor(undefined);
    setChosen(afterConfirm(cards, archer, mode, end));
  };
  const editAgain = (item: OutboxItem) => {
    const { command, commandId } = item.kept;
    if (!canTypeAgain(command)) return;
    const card = cards.find((each) => each.archer.entry === command.entry);
    if (!card) return;
    const slots = slotsOf(card.card, card.round, command.end);
    const typed =
      command.kind !== 'scoreArrows'
        ? command.arrows
        : slots.map((slot, box) => command.arrows[box - command.first] ?? slot);
    const isScored = command.kind !== 'scoreArrows' || slots.every((slot) => slot !== null);
    const again: Choice['mode'] = isScored ? 'correct' : 'score';
    session.draft(draftKey(pairing.competition, command.entry, command.end, again), typed);
    session.settle(commandId);
    choose(command.entry, again);
  };

  const face = archer && end ? faceOfEnd(archer.round, end) : undefined;
  useKeys({ entry, face, cards, chosen: entryNumber, type, point, choose });

  return (
    <main id="content" className={styles.sheet}>
      <ArcherList
        cards={cards}
        chosen={entryNumber}
        onChoose={(number) => choose(number)}
        drafts={view.drafts}
        competition={pairing.competition}
      />
      <div className={styles.work}>
        <RejectedEnds outbox={view.outbox} cards={cards} onAgain={editAgain} onDiscard={session.settle} />
        {archer && end && face ? (
          <EndPanel
            archer={archer}
            end={end}
            face={face}
            mode={mode}
            entry={entry}
            now={now}
            then={mode === 'score' ? letterAfter(cards, archer, end) : undefined}
            onType={type}
            onPoint={point}
            onConfirm={confirm}
            onCorrect={() => choose(archer.archer.entry, 'correct')}
            onMakeUp={(held) => turnTo({ entry: archer.archer.entry, mode: 'score', heldEnd: held })}
            onCancel={() => {
              session.draft(key, undefined);
              setChosen(undefined);
              setCursor(undefined);
            }}
          />
        ) : archer ? (
          <NothingToScore
            archer={archer}
            isLast={nextArcher(cards) === undefined}
            onCorrect={() => choose(archer.archer.entry, 'correct')}
          />
        ) : null}
      </div>
    </main>
  );
}

function cardsAfter(cards: readonly ArcherCard[], confirmed: ArcherCard, end: number): readonly ArcherCard[] {
  return cards.map((each) => (each === confirmed ? withEndShot(each, end) : each));
}

function letterAfter(cards: readonly ArcherCard[], archer: ArcherCard, end: number): string | undefined {
  const next = nextArcher(cardsAfter(cards, archer, end));
  return next && next.archer.entry !== archer.archer.entry ? next.letter : undefined;
}

function afterConfirm(
  cards: readonly ArcherCard[],
  archer: ArcherCard,
  mode: Choice['mode'],
  end: number,
): Choice | undefined {
  const next = nextArcher(mode === 'score' ? cardsAfter(cards, archer, end) : cards);
  return next && { entry: next.archer.entry, mode: 'score' };
}
