// Signing off: the totals as they stand on the paper card, what is still to be agreed, and two signatures, by name and drawn if somebody
// likes. With the second the card is closed.
import { type FormEvent, type ReactNode, useId } from 'react';
import type { ScoringMode, Signer } from '../../src/domain/card/card-notes.ts';
import type { SignCard as SignCommand } from '../../src/domain/commands.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { findObstacle, type SigningObstacle } from '../store/double-scoring.ts';
import { recall, remember } from '../store/remember.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { fieldSize, type Stroke, strokesToNumbers } from '../store/signature.ts';
import { useDraft } from '../store/use-draft.ts';
import { useText } from '../text/text-context.tsx';
import { Status } from './archer-list.tsx';
import { CardTotals } from './card-totals.tsx';
import styles from './sign-card.module.css';
import { SignaturePad } from './signature-pad.tsx';

interface SignCardProps {
  readonly archer: ArcherCard;
  readonly mode: ScoringMode;
  readonly competition: string;
  readonly onSign: (command: SignCommand) => void;
  /** What else can be done with this archer. */
  readonly children?: ReactNode;
}

const signers = ['athlete', 'scorer'] as const;

/** Only of a card that can be signed or nearly: of one whose ends are not all shot there is nothing to show. */
export function SignCard({ archer, mode, competition, onSign, children }: SignCardProps) {
  const { t } = useText();
  const title = useId();
  const obstacle = findObstacle(archer, mode);
  if (obstacle?.kind === 'incomplete') return null;
  return (
    <section className={styles.sign} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>
        {t('cards.sign.title', { name: archer.archer.name })}
      </h2>
      <CardTotals card={archer.card} round={archer.round} />
      {obstacle ? <Obstacle obstacle={obstacle} mode={mode} /> : <p>{t('cards.sign.text')}</p>}
      {children}
      <div className={styles.signers}>
        {signers.map((as) =>
          archer.signed.has(as) ? (
            <Signed key={as} archer={archer} as={as} />
          ) : obstacle ? null : (
            <SignForm key={as} archer={archer} as={as} competition={competition} onSign={onSign} />
          ),
        )}
      </div>
    </section>
  );
}

interface ObstacleProps {
  readonly obstacle: Exclude<SigningObstacle, { kind: 'incomplete' }>;
  readonly mode: ScoringMode;
}

function Obstacle({ obstacle, mode }: ObstacleProps) {
  const { t } = useText();
  const { kind, ends } = obstacle;
  const values = { count: ends.length, list: ends.join(', ') };
  if (kind === 'differs') return <Banner tone="bad">{t('cards.sign.differs', values)}</Banner>;
  return (
    <Banner tone="warn">
      {t(mode === 'two' ? 'cards.sign.unverified.two' : 'cards.sign.unverified.confirmed', values)}
    </Banner>
  );
}

function Signed({ archer, as }: { readonly archer: ArcherCard; readonly as: Signer }) {
  const { t } = useText();
  return (
    <p className={styles.signed}>
      <span>{t(`cards.sign.done.${as}`)}</span>
      <Status status={archer.statusOfSignature.get(as) ?? 'saved'} />
    </p>
  );
}

const scorerPlace = 'scorer';

function SignForm({ archer, as, competition, onSign }: Omit<SignCardProps, 'mode'> & { readonly as: Signer }) {
  const { t } = useText();
  const { entry, name: athlete } = archer.archer;
  const usual = as === 'athlete' ? athlete : (recall(scorerPlace) ?? '');
  const { draft, change, forget } = useDraft(`sign/${competition}/${entry}/${as}`, { name: usual, drawn: '' });
  const strokes = readStrokes(draft.drawn);
  const name = draft.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '') return;
    if (as === 'scorer') remember(scorerPlace, name);
    onSign({ kind: 'signCard', entry, as, name, strokes: strokesToNumbers(strokes, fieldSize) });
    forget();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h3 className={styles.signer}>{t(`cards.sign.${as}`)}</h3>
      <Field
        label={t('cards.sign.name')}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
        autoComplete="off"
        maxLength={100}
        className={styles.name}
      />
      <div className={styles.drawn}>
        <p className={styles.label}>{t('cards.sign.draw')}</p>
        <SignaturePad
          label={`${t(`cards.sign.${as}`)}: ${t('cards.sign.draw')}`}
          strokes={strokes}
          onChange={(next) => change({ drawn: JSON.stringify(next) })}
        />
      </div>
      <Button type="submit" look="primary" large disabled={name === ''}>
        {t(`cards.sign.button.${as}`)}
      </Button>
    </form>
  );
}

function readStrokes(text: string): readonly Stroke[] {
  return text === '' ? [] : (JSON.parse(text) as readonly Stroke[]);
}
