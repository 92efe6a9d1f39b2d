// What the appliance is on its network: its addresses as they come and go, its name, its certificate. Looked at every few seconds, because a
// router that restarts gives a new address in the middle of a competition, and certificates end.
import { hostname } from 'node:os';
import type { Config } from '../config/config.ts';
import type { Clock } from '../kit/clock.ts';
import { interfacesWith, isLoopback, lanAddresses } from '../kit/lan-addresses.ts';
import type { Log } from '../kit/log.ts';
import { type Announce, announce } from './announcement.ts';
import { type Authority, openAuthority, tlsFolderIn } from './authority.ts';
import type { CertificateKeeper } from './certificate-keeper.ts';
import { authorityTrouble, type CertificateTrouble, ownTrouble } from './certificate-trouble.ts';
import { keepIssuedCertificate } from './issued-certificate.ts';
import { openKnownAddresses } from './known-addresses.ts';
import { isHostName } from './name-constraints.ts';
import { createNaming } from './naming.ts';
import { keepOwnCertificate } from './own-certificate.ts';
import type { ServerCertificate } from './server-certificate.ts';

/** The authority as others may see it. */
export type TrustedRoot = Pick<Authority, 'der' | 'pem' | 'fingerprint' | 'validToMs'> & { readonly name: string };

export interface Network {
  /** Undefined without TLS. */
  readonly certificate: ServerCertificate | undefined;
  /** What devices have to trust; undefined with a certificate of the organiser's own, and without TLS. */
  readonly root: TrustedRoot | undefined;
  /** Addresses under which others reach this appliance now, best first. */
  readonly addresses: readonly string[];
  /** Those under which they no longer do. */
  readonly goneAddresses: readonly string[];
  /** `tenring.local`, as it is announced now; undefined when it is not. */
  readonly name: string | undefined;
  /** `tenring.local`, as it would be announced if nobody else had it; undefined when it is not to be. */
  readonly wantedName: string | undefined;
  /** What a person has to know about the certificate. */
  readonly trouble: CertificateTrouble | undefined;
  /** Called whenever `certificate` is another one. */
  onCertificate(listener: () => void): void;
  /** From now on pages are there, at this port. */
  announcePort(port: number): void;
  close(): Promise<void>;
}

export interface NetworkParts {
  readonly config: Pick<Config, 'dataFolder' | 'host' | 'tls' | 'mdnsName' | 'allowedHosts'>;
  readonly clock: Clock;
  readonly log: Log;
  /** For tests: what the machine says about itself, and how the name is announced. */
  readonly addressesNow?: () => readonly string[];
  readonly interfacesOf?: (addresses: readonly string[]) => readonly string[];
  readonly machineName?: string;
  readonly announce?: Announce;
}

const lookEveryMs = 5_000;

/** Throws CertificateError with a sentence for the person, and the system's error when the data folder cannot be written to. */
export function openNetwork(parts: NetworkParts): Network {
  const { config, clock, log } = parts;
  const machine = (parts.machineName ?? hostname()).toLowerCase();
  const isEverywhere = config.host === '0.0.0.0' || config.host === '::';
  const addressesNow = () => (isEverywhere ? (parts.addressesNow ?? lanAddresses)() : [config.host]);
  const isPrivate = isLoopback(config.host);
  const folder = tlsFolderIn(config.dataFolder);
  const listeners: (() => void)[] = [];
  const stopping = new AbortController();
  const known = openKnownAddresses(config.dataFolder);
  const naming = createNaming({
    name: isPrivate ? undefined : config.mdnsName,
    log,
    announce: parts.announce ?? announce,
  });
  const ownNames = [machine, ...config.allowedHosts].filter(isHostName);
  const authority = config.tls && !config.tls.own ? openAuthority(folder, clock.now(), ownNames) : undefined;
  let addresses = addressesNow();
  let refused: CertificateTrouble | undefined;
  let toldTrouble: string | undefined;

  /** Under all of these somebody may come. */
  function certifiedNames(): readonly string[] {
    const local = [config.mdnsName, machine.split('.')[0]].flatMap((name) => (name ? [`${name}.local`] : []));
    const names = naming.name ? [naming.name, ...local] : local;
    return [...new Set([...addresses, ...names, ...ownNames, 'localhost', '127.0.0.1'])];
  }

  const keeper = openKeeper();

  function openKeeper(): CertificateKeeper | undefined {
    if (config.tls?.own) return keepOwnCertificate(config.tls.own, clock.now());
    return authority && keepIssuedCertificate(folder, authority, clock.now(), certifiedNames());
  }

  function checkCertificate() {
    if (!keeper) return;
    const found = keeper.check(clock.now(), certifiedNames());
    if (found.kind === 'refused') log.error({}, `${found.why} The certificate before it stays in use.`);
    if (found.kind === 'renewed') {
      log.info({}, 'a new certificate is in use');
      for (const listener of listeners) listener();
    }
    if (found.kind !== 'same') refused = found.kind === 'refused' ? { kind: 'refused', message: found.why } : undefined;
    const ends = endingTrouble();
    if (ends !== undefined && ends.message !== toldTrouble) log.warn({}, ends.message);
    toldTrouble = ends?.message;
  }

  function endingTrouble(): CertificateTrouble | undefined {
    if (authority) return authorityTrouble(authority, clock.now());
    return keeper && ownTrouble(keeper.current, clock.now());
  }

  function checkAddresses() {
    if (isPrivate) return;
    const now = addressesNow();
    const hasLost = known.update(now);
    if (now.join() !== addresses.join())
      log.warn({ before: addresses, now, lost: known.gone }, 'the addresses of this appliance have changed');
    else if (hasLost) log.warn({ now, lost: known.gone }, 'this appliance had other addresses before');
    addresses = now;
  }

  /** A full disk, say: what was good a moment ago is still in use, and the next look tries again. */
  function attempt(check: () => void) {
    try {
      check();
    } catch (error) {
      log.error({ error: String(error) }, 'the network could not be looked at');
    }
  }

  async function watch(port: number) {
    while (!stopping.signal.aborted) {
      attempt(checkAddresses);
      await naming.update(port, { interfaces: (parts.interfacesOf ?? interfacesWith)(addresses), addresses });
      attempt(checkCertificate);
      await clock.sleep(lookEveryMs, stopping.signal).catch(() => undefined);
    }
  }

  attempt(checkAddresses);
  let watching: Promise<void> | undefined;
  return {
    get certificate() {
      return keeper?.current;
    },
    root: authority && rootOf(authority),
    get addresses() {
      return addresses;
    },
    get goneAddresses() {
      return known.gone;
    },
    get name() {
      return naming.name;
    },
    wantedName: naming.wanted,
    get trouble() {
      return refused ?? endingTrouble();
    },
    onCertificate: (listener) => void listeners.push(listener),
    announcePort(port) {
      watching ??= watch(port);
    },
    async close() {
      stopping.abort(new Error('stopping'));
      await watching;
      await naming.close();
    },
  };
}

function rootOf({ der, pem, fingerprint, validToMs, issuer }: Authority): TrustedRoot {
  return { der, pem, fingerprint, validToMs, name: issuer.name };
}
