// Tells the appliance every few seconds how this tablet is (battery where the browser says it, what is unsent), and shows what the desk tells
// it until somebody says that they have seen it. By plain requests, as TVs do: they come again by themselves after any failure.
import { useEffect, useRef, useState } from 'react';
import type { TabletOrders, TabletReport } from '../../src/wire/api-control.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { callApi, pathOf } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import { giveSignal } from './feedback.ts';
import type { TabletSettings } from './tablet-settings.ts';

interface DeskMessagesProps {
  readonly pairing: Pairing;
  readonly unsent: number;
  readonly settings: Pick<TabletSettings, 'sound' | 'vibration'>;
}

type Message = NonNullable<TabletOrders['message']>;

interface Battery {
  readonly level: number;
  readonly charging: boolean;
}

const everyMs = 5_000;

/** Chromium only, and by https only. */
async function readBattery(): Promise<Battery | undefined> {
  const { getBattery } = navigator as { readonly getBattery?: () => Promise<Battery> };
  return getBattery?.call(navigator);
}

export function DeskMessages({ pairing, unsent, settings }: DeskMessagesProps) {
  const { t } = useText();
  const [message, setMessage] = useState<Message | undefined>();
  const latest = useRef({ unsent, settings, seen: null as string | null, shown: undefined as string | undefined });
  latest.current = { ...latest.current, unsent, settings };
  const reportNow = useRef<() => void>(() => undefined);
  const { competition, device, token } = pairing;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const take = (next: TabletOrders['message']) => {
      const now = latest.current;
      if (next && next.id !== now.shown) giveSignal('refused', now.settings);
      latest.current = { ...now, shown: next?.id };
      setMessage(next?.id === now.seen ? undefined : (next ?? undefined));
    };
    const report = async () => {
      const battery = await readBattery();
      const { unsent: left, seen } = latest.current;
      const json: TabletReport = {
        token,
        battery: battery ? Math.round(battery.level * 100) : null,
        isCharging: battery?.charging ?? false,
        ...{ unsent: left, seen },
      };
      const path = pathOf('competitions', competition, 'devices', device, 'report');
      const heard = await callApi<TabletOrders>(path, { method: 'POST', json });
      if (!isOver) take(heard.message);
    };
    const again = () => {
      clearTimeout(timer);
      report()
        // Cut off, or no longer a device of this target: the scoring connection says which. The next try comes by itself.
        .catch(() => undefined)
        .finally(() => {
          if (!isOver) timer = setTimeout(again, everyMs);
        });
    };
    reportNow.current = again;
    again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [competition, device, token]);

  if (!message) return null;
  const confirm = () => {
    latest.current = { ...latest.current, seen: message.id };
    setMessage(undefined);
    reportNow.current();
  };
  return (
    <Banner
      tone="warn"
      urgent
      action={
        <Button look="primary" large onClick={confirm}>
          {t('tablet.message.seen')}
        </Button>
      }
    >
      <strong>{t('tablet.message')}:</strong> <span dir="auto">{message.text}</span>
    </Banner>
  );
}
