// Becoming a target's tablet: what the QR code's address says, and the call that pairs this device.
import type { Join, Joined } from '../../src/wire/api-targets.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { callApi } from '../store/api.ts';

export interface JoinKey {
  readonly competition: string;
  readonly butt: number;
  readonly key: string;
}

export type JoinBy = { readonly code: string } | { readonly key: JoinKey };

const fragmentPattern = /^#join=([^.]{1,64})\.([1-9]\d{0,3})\.([^.]{1,64})$/;

/** `#join=COMPETITION.BUTT.KEY`; undefined for anything else. */
export function readJoinFragment(hash: string): JoinKey | undefined {
  let text = hash;
  try {
    text = decodeURIComponent(hash);
  } catch {
    return undefined;
  }
  const match = fragmentPattern.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return { competition: match[1], butt: Number(match[2]), key: match[3] };
}

export const codeLetters = 6;

/** Codes are shown in capitals without letters that look alike; people type them as they like. */
export function cleanCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, codeLetters);
}

/** What the desk sees in its list of devices. */
export function labelOfDevice(userAgent: string): string {
  const systems = ['iPad', 'iPhone', 'Android', 'Windows', 'CrOS', 'Mac OS X', 'Linux'];
  const browsers = ['Edg', 'Firefox', 'SamsungBrowser', 'Chrome', 'Safari'];
  const names: Record<string, string> = {
    Edg: 'Edge',
    CrOS: 'ChromeOS',
    'Mac OS X': 'Mac',
    SamsungBrowser: 'Samsung Internet',
  };
  const found = [systems, browsers].map((list) => list.find((name) => userAgent.includes(name)));
  const label = found.flatMap((name) => (name ? [names[name] ?? name] : [])).join(', ');
  return label || 'Browser';
}

/** Throws ApiFailure. A device that was paired before keeps its identity. */
export async function joinTarget(by: JoinBy, before: Pairing | undefined): Promise<Pairing> {
  const identity = before ? { device: before.device, token: before.token } : {};
  const json: Join = { ...by, label: labelOfDevice(navigator.userAgent), ...identity };
  const { competition, competitionName, butt, device, token } = await callApi<Joined>('/api/join', {
    method: 'POST',
    json,
  });
  return { competition, competitionName, butt, device, token };
}
