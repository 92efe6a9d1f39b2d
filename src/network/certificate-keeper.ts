// Who keeps the server's certificate good: `check` is called every few seconds and whenever the appliance's addresses change.
import type { ServerCertificate } from './server-certificate.ts';

export type CertificateCheck =
  | { readonly kind: 'same' }
  /** `current` is another one. */
  | { readonly kind: 'renewed' }
  /** There is another one, which cannot be used: `current` stays. */
  | { readonly kind: 'refused'; readonly why: string };

export interface CertificateKeeper {
  readonly current: ServerCertificate;
  /** `names`: host names and addresses under which the appliance is reached now. */
  check(nowMs: number, names: readonly string[]): CertificateCheck;
}
