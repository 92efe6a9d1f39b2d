// Writing a password into DATA/access.json: for the desk, and for `tenring password`, which is how a club that forgot it gets in again
// (whoever may write the data folder owns the competition anyway). A running appliance reads the file at each log-in, so it need not
// be restarted.
import { randomBytes } from 'node:crypto';
import type { AccessRefusal } from './access.ts';
import { type AccessFile, createAccessFile, createGeneration, readAccessFile, writeAccessFile } from './access-file.ts';
import type { RandomBytes } from './human-code.ts';
import { hashPassword, presentCost, type ScryptCost } from './secrets.ts';

/** ASVS 6.2.1. */
const shortestPassword = 8;

export function judgePassword(password: string): AccessRefusal | undefined {
  // Letters as people count them.
  const length = [...password.normalize('NFKC')].length;
  return length < shortestPassword ? { code: 'passwordTooShort', shortest: shortestPassword } : undefined;
}

export interface WithPassword {
  readonly random: RandomBytes;
  readonly cost: ScryptCost;
}

export async function withPassword(
  file: AccessFile,
  password: string,
  { random, cost }: WithPassword,
): Promise<AccessFile> {
  return { ...file, generation: createGeneration(random), password: await hashPassword(password, random, cost) };
}

/** Ends all sessions; printed QR codes stay good. Throws DamagedAccessFileError or the file system's error. */
export async function rewritePassword(folder: string, password: string): Promise<AccessRefusal | undefined> {
  const refusal = judgePassword(password);
  if (refusal) return refusal;
  const file = readAccessFile(folder) ?? createAccessFile(randomBytes);
  writeAccessFile(folder, await withPassword(file, password, { random: randomBytes, cost: presentCost }));
  return undefined;
}
