// What a person has to know in time about the certificates by which devices trust this appliance: nothing else renews these two.
import { dayMs, formatDay } from './server-certificate.ts';

export interface CertificateTrouble {
  /**
   * `authorityEnds`: what every device was told to trust. `ownEnds`: the organiser's own certificate. `refused`: there is a new one of the
   * organiser's that cannot be used.
   */
  readonly kind: 'authorityEnds' | 'ownEnds' | 'refused';
  /** For a person; whole sentences. */
  readonly message: string;
}

/** Every device has to be walked through trusting the next one. */
const authorityWarnBeforeMs = 90 * dayMs;
/** Whatever renews them has done it long before. */
export const ownWarnBeforeMs = 14 * dayMs;

/** Undefined while all is well. */
export function authorityTrouble(
  { validToMs }: { readonly validToMs: number },
  nowMs: number,
): CertificateTrouble | undefined {
  if (nowMs < validToMs - authorityWarnBeforeMs) return undefined;
  const message =
    `The certificate authority of this Tenring ${endsOn(validToMs, nowMs)}. ` +
    'If the clock is right, delete tls/authority.pem in the data folder, start again, and trust the new one on every device.';
  return { kind: 'authorityEnds', message };
}

/** Undefined while all is well. */
export function ownTrouble(
  { certFile, validToMs }: { readonly certFile: string; readonly validToMs: number },
  nowMs: number,
): CertificateTrouble | undefined {
  if (nowMs < validToMs - ownWarnBeforeMs) return undefined;
  const message = `The certificate ${certFile} ${endsOn(validToMs, nowMs)}. Put a new one in its place: Tenring takes it without a new start.`;
  return { kind: 'ownEnds', message };
}

function endsOn(validToMs: number, nowMs: number): string {
  return `${nowMs < validToMs ? 'ends' : 'has ended'} on ${formatDay(validToMs)}`;
}
