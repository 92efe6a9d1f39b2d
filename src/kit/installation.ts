// Where the parts of the installed program are: beside the sources in development, beside the bundle in the packaged executable.
// The bundler defines TENRING_PACKAGED; nothing else may ask whether this is the package.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

declare const TENRING_PACKAGED: boolean | undefined;
declare const TENRING_VERSION: string | undefined;

export const isPackaged = typeof TENRING_PACKAGED !== 'undefined' && TENRING_PACKAGED;
const sourceFolder = isPackaged ? '' : resolve(import.meta.dirname, '..');

export type WorkerName = 'live' | 'archive' | 'backup' | 'relay' | 'publish' | 'printing' | 'tables';
export type AssetName = 'ui' | 'redis-server' | 'swagger-ui' | 'tenring.service' | 'fonts';

/** What node is given to run this program; empty in the package, which is a program itself. */
export const programFile = isPackaged ? '' : join(sourceFolder, 'main.ts');

/** The file that a worker thread starts from. */
export function workerFile(name: WorkerName): string {
  return isPackaged ? join(__dirname, `${name}-thread.cjs`) : join(sourceFolder, name, `${name}-thread.ts`);
}

/** A file or folder that comes with the program; undefined where this installation has none (a system redis-server is used then). */
export function findAsset(name: AssetName): string | undefined {
  const path = assetPath(name);
  return path !== undefined && existsSync(path) ? path : undefined;
}

function assetPath(name: AssetName): string | undefined {
  if (isPackaged) return join(__dirname, name);
  if (name === 'redis-server') return process.env.TENRING_REDIS_SERVER;
  const root = resolve(sourceFolder, '..');
  if (name === 'tenring.service') return join(root, 'systemd', name);
  if (name === 'fonts') return join(root, 'node_modules', '@expo-google-fonts');
  return name === 'ui' ? join(root, 'out', 'ui') : join(root, 'node_modules', 'swagger-ui-dist');
}

export function readVersion(): string {
  if (typeof TENRING_VERSION !== 'undefined') return TENRING_VERSION;
  const manifest: unknown = JSON.parse(readFileSync(resolve(sourceFolder, '..', 'package.json'), 'utf8'));
  const version = manifest && typeof manifest === 'object' && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}
