// Creating a competition: what the boards and scorecards need to know, with sensible values filled in.
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { disciplines } from '../../src/domain/rounds/round.ts';
import type { Discipline } from '../../src/domain/rounds/rounds.ts';
import { findRuleSet, ruleSetOfYear, ruleSets, type TieBreakCount } from '../../src/domain/rule-sets.ts';
import type { CompetitionView, NewCompetition as NewCompetitionRequest } from '../../src/wire/api-competitions.ts';
import { Banner } from '../parts/banner.tsx';
import button from '../parts/button.module.css';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Choice, Field } from '../parts/field.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { useDraft } from '../store/use-draft.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { todayOf } from './defaults.ts';
import styles from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

export function NewCompetition({ onExpired }: { readonly onExpired: () => void }) {
  const text = useText();
  const { t } = text;
  const [, go] = useLocation();
  const empty = useMemo(() => {
    const today = todayOf(new Date());
    return { name: '', venue: '', from: today, to: today, discipline: 'outdoor', ruleSetId: '' };
  }, []);
  const { draft, change, forget } = useDraft('new-competition', empty);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  useExpiry(failure, onExpired);
  const discipline: Discipline = disciplines.find((each) => each === draft.discipline) ?? 'outdoor';
  const ruleSetId = draft.ruleSetId || ruleSetOfYear(draft.from);
  const datesWrong = draft.to < draft.from;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || datesWrong) return;
    setBusy(true);
    setFailure(undefined);
    const { name, venue, from, to } = draft;
    const json: NewCompetitionRequest = { name, venue, from, to, discipline, ruleSetId };
    try {
      const created = await callApi<CompetitionView>('/api/competitions', { method: 'POST', json });
      forget();
      go(`/${encodeURIComponent(created.id)}`);
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <h2 className={styles.title}>{t('desk.create.title')}</h2>
      {failure && failure.code !== 'nameMissing' ? (
        <Banner tone="bad" urgent>
          {sentenceOfError(text, failure)}
        </Banner>
      ) : null}
      <Field
        label={t('desk.create.name')}
        hint={t('desk.create.name.hint')}
        error={failure?.code === 'nameMissing' ? sentenceOfError(text, failure) : undefined}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
        maxLength={200}
        required
        autoFocus
      />
      <Field
        label={t('desk.create.venue')}
        note={t('desk.optional')}
        value={draft.venue}
        onChange={({ target }) => change({ venue: target.value })}
        maxLength={200}
      />
      <div className={styles.pair}>
        <Field
          label={t('desk.create.from')}
          type="date"
          value={draft.from}
          required
          onChange={({ target }) =>
            change({ from: target.value, ...(draft.to < target.value ? { to: target.value } : {}) })
          }
        />
        <Field
          label={t('desk.create.to')}
          type="date"
          value={draft.to}
          min={draft.from}
          required
          error={datesWrong ? t('rejection.datesWrong') : undefined}
          onChange={({ target }) => change({ to: target.value })}
        />
      </div>
      <Choice
        legend={t('desk.create.discipline')}
        name="discipline"
        value={discipline}
        onChange={(next) => change({ discipline: next })}
        options={disciplines.map((each) => ({
          value: each,
          label: t(`desk.create.${each}`),
          text: t(`desk.create.${each}.text`),
        }))}
      />
      <Choice
        legend={t('desk.create.rules')}
        name="rules"
        value={ruleSetId}
        onChange={(next) => change({ ruleSetId: next })}
        options={ruleSets.map(({ id, name }) => ({ value: id, label: name }))}
        hint={t('desk.create.rules.hint', { order: useTieBreakWords(ruleSetId, discipline) })}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" large disabled={draft.name.trim() === '' || datesWrong || busy}>
          {t(busy ? 'desk.create.busy' : 'desk.create.button')}
        </Button>
        <Link href="/" className={cx(button.button, button.quiet, button.large)}>
          {t('app.cancel')}
        </Link>
      </div>
    </form>
  );
}

function useTieBreakWords(ruleSetId: string, discipline: Discipline): string {
  const { t } = useText();
  const counts: readonly TieBreakCount[] = findRuleSet(ruleSetId)?.tieBreaks[discipline] ?? [];
  const words = counts.map((count) => t(count === 'ten' && !counts.includes('x') ? 'tie.ten.plain' : `tie.${count}`));
  return words.reduce((first, second) => t('tie.then', { first, second }));
}
