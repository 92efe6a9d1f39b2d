// What officials, a certificate and a logo must be. For commands and for files alike.
import { isOneLine } from '../setup/text-check.ts';
import { imageHeadOf } from './image-head.ts';
import { type Certificate, findUnknownWord, type Official } from './paper.ts';

export const mostOfficials = 300;
export const longestRole = 80;
export const longestCertificate = 1_500;
export const mostSignatures = 4;
/** A competition keeps it in the state, and in every snapshot and file. */
export const mostLogoBytes = 128 * 1024;
export const mostLogoPixels = 2_000;

/** Why it cannot be; English key words, for texts that are complete. */
export const officialProblems = ['name', 'role', 'tooMany'] as const;
export type OfficialProblem = (typeof officialProblems)[number];
export const certificateProblems = ['title', 'text', 'tooLong', 'word', 'signature', 'tooManySignatures'] as const;
export type CertificateProblem = (typeof certificateProblems)[number];
export const logoProblems = ['notAPicture', 'tooLarge', 'tooManyPixels', 'damaged'] as const;
export type LogoProblem = (typeof logoProblems)[number];

/** `line` from 1. */
export function findOfficialProblem(
  officials: readonly Official[],
): { readonly line: number; readonly why: OfficialProblem } | undefined {
  if (officials.length > mostOfficials) return { line: mostOfficials + 1, why: 'tooMany' };
  for (const [index, { name, role }] of officials.entries()) {
    if (!isOneLine(name)) return { line: index + 1, why: 'name' };
    if (!isOneLine(role, longestRole)) return { line: index + 1, why: 'role' };
  }
  return undefined;
}

/** `found`: the word in braces that is none; else empty. */
export function findCertificateProblem({
  title,
  text,
  signatures,
}: Certificate): { readonly why: CertificateProblem; readonly found: string } | undefined {
  const because = (why: CertificateProblem, found = '') => ({ why, found });
  if (!isOneLine(title, longestRole)) return because('title');
  if (text.length > longestCertificate) return because('tooLong');
  if (text.trim() === '' || !text.split('\n').every((line) => line === '' || isOneLine(line.trim() || 'x', 300)))
    return because('text');
  const unknown = findUnknownWord(`${title}\n${text}`);
  if (unknown !== undefined) return because('word', unknown);
  if (signatures.length > mostSignatures) return because('tooManySignatures');
  return signatures.every((each) => isOneLine(each, longestRole)) ? undefined : because('signature');
}

/** Of its first bytes; whether all of a picture is there is for who draws it. */
export function findLogoProblem(logo: string): LogoProblem | undefined {
  // Four letters are three bytes.
  if (logo.length > Math.ceil(mostLogoBytes / 3) * 4) return 'tooLarge';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(logo) || logo.length % 4 !== 0) return 'notAPicture';
  const head = imageHeadOf(bytesOfBase64(logo));
  if (!head || head.width === 0 || head.height === 0) return 'notAPicture';
  return head.width > mostLogoPixels || head.height > mostLogoPixels ? 'tooManyPixels' : undefined;
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
