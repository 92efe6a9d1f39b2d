// Who makes a team: so many archers of these categories, for each part of it; a mixed team is one of each.
import type { TeamPart } from '../../../src/domain/event/event.ts';
import { Button } from '../../parts/button.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ShowDeskProps } from '../use-change.ts';
import { type EventDraft, partsOf } from './event-draft.ts';
import styles from './events.module.css';

interface TeamPartsProps extends Pick<ShowDeskProps, 'competition'> {
  readonly draft: EventDraft;
  readonly edit: (part: Partial<EventDraft>) => void;
}

const mostParts = 10;

export function TeamParts({ competition, draft, edit }: TeamPartsProps) {
  const { t } = useText();
  const parts = partsOf(draft);
  const shown = parts.length > 0 ? parts : [{ categories: [], archers: draft.kind === 'mixed' ? 1 : 3 }];
  const set = (next: readonly TeamPart[]) => edit({ parts: JSON.stringify(next) });
  const setPart = (index: number, part: Partial<TeamPart>) =>
    set(shown.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <>
      {shown.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a team have no other name than their place.
        <fieldset key={index} className={styles.part}>
          <legend>{t('events.form.part', { number: index + 1 })}</legend>
          <Field
            label={t('events.form.archers')}
            type="number"
            min={1}
            max={12}
            value={part.archers}
            onChange={({ target }) => setPart(index, { archers: Number(target.value) })}
          />
          <div className={styles.checks}>
            {competition.categories.map(({ code, name }) => (
              <label key={code} className={desk.check}>
                <input
                  type="checkbox"
                  checked={part.categories.includes(code)}
                  onChange={({ target }) =>
                    setPart(index, {
                      categories: target.checked
                        ? [...part.categories, code]
                        : part.categories.filter((each) => each !== code),
                    })
                  }
                />
                {name}
              </label>
            ))}
          </div>
          {shown.length > 1 ? (
            <Button look="quiet" onClick={() => set(shown.filter((_, at) => at !== index))}>
              {t('events.form.part.remove')}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {shown.length < mostParts ? (
        <Button onClick={() => set([...shown, { categories: [], archers: 1 }])}>{t('events.form.part.add')}</Button>
      ) : null}
      <Choice
        legend={t('events.form.teamsOf')}
        name="teamsOf"
        options={(['club', 'country'] as const).map((value) => ({ value, label: t(`events.teamsOf.${value}`) }))}
        value={draft.teamsOf === 'country' ? 'country' : 'club'}
        onChange={(teamsOf) => edit({ teamsOf })}
      />
      <Field
        label={t('events.form.teamsEach')}
        hint={t('events.form.teamsEach.hint')}
        type="number"
        min={1}
        max={128}
        value={draft.teamsEach}
        onChange={({ target }) => edit({ teamsEach: target.value })}
      />
    </>
  );
}
