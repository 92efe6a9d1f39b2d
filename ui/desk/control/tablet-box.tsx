// One tablet of a target: how it is, in words, and what the desk tells it until somebody there has seen it.
import { type FormEvent, useState } from 'react';
import { longestMessage } from '../../../src/domain/control/tablet-message.ts';
import type { ControlTablet } from '../../../src/wire/api-control.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { formatTime } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import styles from './control.module.css';
import { troublesOf } from './control-filter.ts';

interface TabletBoxProps {
  readonly competition: string;
  readonly tablet: ControlTablet;
  /** What there is to be said to a target that is behind. */
  readonly nudge: string | undefined;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function TabletBox({ competition, tablet, nudge, onChanged, onExpired }: TabletBoxProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const { id, label, online, battery, isCharging, unsent, message } = tablet;
  const path = pathOf('competitions', competition, 'devices', id, 'message');
  const tell = async (words: string) => {
    if (await change(path, { method: 'PUT', json: { text: words } })) setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void tell(text.trim());
  };
  return (
    <div className={styles.tablet}>
      <p>
        <strong>{label || t('control.tablet')}</strong>{' '}
        <span className={cx(online ? styles.done : styles.trouble)}>
          {online ? `● ${t('desk.targets.online')}` : `○ ${t('desk.targets.offline')}`}
        </span>
      </p>
      <p className={desk.soft}>
        <TabletFacts tablet={tablet} />
        {battery === null ? '' : ` · ${t('control.battery', { battery, charging: isCharging ? 'yes' : 'no' })}`}
        {unsent > 0 ? ` · ${t('control.tablet.unsent', { count: unsent })}` : ''}
      </p>
      {message ? (
        <p role="status">
          ✉ <span dir="auto">{message.text}</span>{' '}
          <span className={desk.soft}>
            <MessageState message={message} />
          </span>{' '}
          <Button disabled={busy} onClick={() => void change(path, { method: 'DELETE' })}>
            {t(message.seenAt === null ? 'control.message.takeBack' : 'control.message.clear')}
          </Button>
        </p>
      ) : null}
      <form onSubmit={submit} className={styles.tell}>
        <Field
          label={t('control.message')}
          value={text}
          maxLength={longestMessage}
          onChange={({ target }) => setText(target.value)}
          aside={
            <Button type="submit" look="primary" disabled={busy || text.trim() === ''}>
              {t('control.message.send')}
            </Button>
          }
        />
      </form>
      {nudge === undefined ? null : (
        <Button disabled={busy} onClick={() => void tell(nudge)}>
          {t('control.nudge')}
        </Button>
      )}
      {failure ? <Failure failure={failure} /> : null}
    </div>
  );
}

function TabletFacts({ tablet }: Pick<TabletBoxProps, 'tablet'>) {
  const { t, language } = useText();
  const { heardAt } = tablet;
  if (heardAt !== null) return t('control.heard', { time: formatTime(language, heardAt) });
  return troublesOf(tablet).length === 0 ? t('control.tablet.well') : t('control.tablet.look');
}

function MessageState({ message }: { readonly message: NonNullable<ControlTablet['message']> }) {
  const { t, language } = useText();
  const { deliveredAt, seenAt } = message;
  if (seenAt !== null) return `✓ ${t('control.message.seen', { time: formatTime(language, seenAt) })}`;
  return t(deliveredAt === null ? 'control.message.notThere' : 'control.message.shown');
}
