// Looks at the machine: clock, ports, network, memory.
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { lanAddresses } from '../kit/lan-addresses.ts';
import type { ClockFacts, NetworkFacts, PortFacts } from './judge-machine.ts';
import { outputOf } from './output-of.ts';

export async function probeClock(nowMs: number): Promise<ClockFacts> {
  const said = await outputOf('timedatectl', ['show', '--property=NTPSynchronized', '--value']);
  // Without systemd nobody here knows.
  return { nowMs, isSynchronised: said === undefined ? undefined : said.trim() === 'yes' };
}

export async function probePort(host: string, port: number, flag: string): Promise<PortFacts> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    return { port, flag, kind: 'free', by: undefined };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EACCES') return { port, flag, kind: 'notAllowed', by: undefined };
    if (code === 'EADDRNOTAVAIL') return { port, flag, kind: 'noAddress', by: undefined };
    if (code !== 'EADDRINUSE') throw error;
    return { port, flag, kind: 'taken', by: holderOf(port) };
  } finally {
    server.close();
  }
}

/** The name and number of the process that listens on this port; another user's is seen by root only. */
export function holderOf(port: number): string | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(file, port)));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!socketsOf(pid).some((inode) => inodes.has(inode))) continue;
    return `${readFileSync(join('/proc', pid, 'comm'), 'utf8').trim()} (process ${pid})`;
  }
  return undefined;
}

function listeningInodes(file: string, port: number): readonly string[] {
  if (!existsSync(file)) return [];
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  // 0A: it listens.
  return rows.flatMap(([, local, , state, , , , , , inode]) =>
    local?.endsWith(wanted) && state === '0A' && inode !== undefined ? [inode] : [],
  );
}

/** Undefined for what is somebody else's, or has ended or been closed meanwhile. */
function seen<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'ESRCH') return undefined;
    throw error;
  }
}

function socketsOf(pid: string): readonly string[] {
  const folder = join('/proc', pid, 'fd');
  const files = seen(() => readdirSync(folder)) ?? [];
  return files.flatMap((fd) => /^socket:\[(\d+)\]$/.exec(seen(() => readlinkSync(join(folder, fd))) ?? '')?.[1] ?? []);
}

export function probeNetwork(): NetworkFacts {
  const wireless = Object.keys(networkInterfaces()).filter((name) =>
    existsSync(join('/sys/class/net', name, 'wireless')),
  );
  return { addresses: lanAddresses(), wireless };
}

/** With what the kernel would give back; of the container or service where this runs in one. */
export const probeFreeMemory = (): number => process.availableMemory();
