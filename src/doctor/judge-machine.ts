// The machine around Tenring: clock, memory, ports, network.
import { type Sizes, sumOf } from '../config/sizes.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

export interface ClockFacts {
  readonly nowMs: number;
  /** Undefined where this machine does not say. */
  readonly isSynchronised: boolean | undefined;
}

/** Nothing of this program is older. */
const builtAt = Date.UTC(2026, 0, 1);
const implausibleAfter = Date.UTC(2100, 0, 1);

export function judgeClock({ nowMs, isSynchronised }: ClockFacts): Finding {
  const subject = 'Clock';
  const words = new Date(nowMs).toISOString().slice(0, 16).replace('T', ' ');
  if (nowMs < builtAt || nowMs > implausibleAfter)
    return bad(
      subject,
      `it says ${words} UTC, which cannot be`,
      'Set it: sudo date -s "2026-05-02 08:30". Is the battery of the board empty?',
    );
  if (isSynchronised === false)
    return warn(
      subject,
      `it says ${words} UTC and follows no time server`,
      'Compare it with a watch. Without internet that is usual; scores go by the order in which they come.',
    );
  return ok(subject, `${words} UTC${isSynchronised ? ', follows a time server' : ''}`);
}

export function judgeMemory(sizes: Sizes, availableBytes: number): Finding {
  const subject = 'Memory';
  const available = Math.floor(availableBytes / 1024 / 1024);
  const words = [
    `${sizes.memoryMegabytes} MB: scores ${sizes.redisMegabytes} (Redis), Tenring ${sizes.mainHeapMegabytes}`,
    `archive ${sizes.archiveHeapMegabytes} + ${sizes.databaseCacheMegabytes}, connections ${sizes.liveHeapMegabytes}`,
    `backup ${sizes.backupHeapMegabytes}, relay and publishing ${sizes.outletHeapMegabytes} each, printing ${sizes.printingHeapMegabytes}, code and buffers about ${sizes.besideMegabytes}; at most ${sumOf(sizes)} together, ${available} free now`,
  ].join(', ');
  if (sumOf(sizes) > sizes.memoryMegabytes)
    return bad(subject, words, 'The limits are more than the machine has: lower --redis-memory or --node-memory.');
  if (sizes.memoryMegabytes < 900)
    return warn(subject, words, 'Enough for a small club event; 2 GB carry a large one.');
  if (available < 300) return warn(subject, words, 'End other programs on this machine.');
  return ok(subject, words);
}

export interface PortFacts {
  readonly port: number;
  readonly flag: string;
  readonly kind: 'free' | 'taken' | 'notAllowed' | 'noAddress';
  /** The program that has it, where this can be seen. */
  readonly by: string | undefined;
}

export function judgePort({ port, flag, kind, by }: PortFacts, isOurs: boolean): Finding {
  const subject = `Port ${port}`;
  if (kind === 'free') return ok(subject, `free (${flag})`);
  if (kind === 'taken' && isOurs) return ok(subject, `this folder’s Tenring answers there (${flag})`);
  if (kind === 'taken')
    return bad(subject, `${by ?? 'another program'} has it`, `Stop that one, or choose another port with ${flag}.`);
  if (kind === 'noAddress')
    return bad(subject, 'this machine does not have the address of --host', 'Choose another one with --host.');
  return bad(
    subject,
    'not allowed for this user',
    `Ports below 1024 need a right: sudo tenring service install ${flag} ${port}.`,
  );
}

export interface NetworkFacts {
  readonly addresses: readonly string[];
  readonly wireless: readonly string[];
}

export function judgeNetwork({ addresses, wireless }: NetworkFacts): Finding {
  const subject = 'Network';
  if (addresses.length === 0)
    return bad(
      subject,
      'no address: tablets cannot reach this machine',
      'Plug in the cable, or join the venue’s Wi-Fi.',
    );
  const words = `tablets reach it at ${addresses.join(', ')}`;
  if (wireless.length > 0)
    return warn(
      subject,
      `${words}; ${wireless.join(', ')} is Wi-Fi`,
      'A cable to the access point takes half the radio traffic away.',
    );
  return ok(subject, words);
}
