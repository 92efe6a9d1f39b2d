// The hot path without a domain, run from ../shared/prototype as the limit to compare with. Its own load program comes with it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Latency } from '../simulator/load/latencies.ts';

const root = resolve(import.meta.dirname, '..', '..');
const source = resolve(root, '..', 'shared', 'prototype');

export interface PrototypeResult {
  readonly ack: Latency;
  readonly screen: Latency;
  readonly serverCpuSeconds: number;
  readonly rssMegabytes: number;
}

/** Undefined where the prototype is not beside this checkout. */
export function runPrototype(
  boards: number,
  endsPerSecond: number,
  seconds: number,
  redisServer: string,
): PrototypeResult | undefined {
  if (!existsSync(source)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tenring-prototype-'));
  try {
    cpSync(source, folder, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const args = [join(folder, 'main.mjs'), String(boards), String(endsPerSecond), String(seconds), '10'];
    const output = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, REDIS_SERVER: redisServer },
      timeout: 120_000,
    });
    const result: PrototypeResult = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
