// Puts Tenring among the machine's services, and takes it out again: files first, then systemctl. `root` is another place for the files, of
// tests and of images that are being built; systemctl is not asked to start anything there.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const places = {
  unit: '/etc/systemd/system/tenring.service',
  settings: '/etc/tenring/tenring.env',
  executable: '/usr/local/bin/tenring',
  data: '/var/lib/tenring',
} as const;

export class SystemctlError extends Error {
  override readonly name = 'SystemctlError';
}

export type Systemctl = (...words: readonly string[]) => void;

/** Throws SystemctlError with systemctl's own words. */
export const systemctl: Systemctl = (...words) => {
  const { status, stderr, error } = spawnSync('systemctl', words, { encoding: 'utf8' });
  if (error)
    throw new SystemctlError('There is no systemctl here: this machine does not run systemd.', { cause: error });
  if (status !== 0) throw new SystemctlError(`systemctl ${words.join(' ')}: ${stderr.trim() || `exit code ${status}`}`);
};

/** The service sees no home folders and no temporary ones: an executable there is copied. */
export function placeForExecutable(path: string): string {
  return /^\/(usr|opt|srv)\//.test(path) ? path : places.executable;
}

export interface Installation {
  readonly root: string;
  /** Where the program is now, and where the service has it. */
  readonly from: string;
  readonly executable: string;
  readonly unit: string;
  readonly settings: string;
  /** Else a file of settings that is there already stays. */
  readonly replaceSettings: boolean;
}

/** Each file is there whole or not at all. */
function put(path: string, write: (beside: string) => void, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  write(beside);
  chmodSync(beside, mode);
  renameSync(beside, path);
}

/** Throws the system's error for files, SystemctlError. */
export function install(wish: Installation, control: Systemctl): { readonly keptSettings: boolean } {
  const at = (path: string) => join(wish.root, path);
  if (wish.from !== wish.executable) put(at(wish.executable), (beside) => copyFileSync(wish.from, beside), 0o755);
  const keptSettings = existsSync(at(places.settings)) && !wish.replaceSettings;
  // Readable by root only: --redis may hold a password, and systemd reads it before it lets go of its rights.
  if (!keptSettings) put(at(places.settings), (beside) => writeFileSync(beside, wish.settings), 0o600);
  put(at(places.unit), (beside) => writeFileSync(beside, wish.unit), 0o644);
  if (wish.root === '/') {
    control('daemon-reload');
    control('enable', 'tenring.service');
    control('restart', 'tenring.service');
  } else control('--root', wish.root, 'enable', 'tenring.service');
  return { keptSettings };
}

/** Data and settings stay. False where there was no service. */
export function remove(root: string, control: Systemctl): boolean {
  const unit = join(root, places.unit);
  if (!existsSync(unit)) return false;
  if (root === '/') control('disable', '--now', 'tenring.service');
  else control('--root', root, 'disable', 'tenring.service');
  rmSync(unit);
  if (root === '/') control('daemon-reload');
  return true;
}
