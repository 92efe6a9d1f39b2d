// Officials, certificate and logo, in an interchange file, out of it again, and whether a file may have them.
import type { CompetitionDocument, DocumentFlaw } from '../document/document.ts';
import { flawAt } from '../document/document-flaw.ts';
import type { Paper } from './paper.ts';
import { findCertificateProblem, findLogoProblem, findOfficialProblem } from './paper-check.ts';

type PaperInDocument = Pick<CompetitionDocument, 'officials' | 'certificate' | 'logo'>;

export function documentPaperOf({ officials, certificate, logo }: Paper): PaperInDocument {
  return {
    ...(officials.length > 0 ? { officials } : {}),
    ...(certificate ? { certificate } : {}),
    ...(logo === undefined ? {} : { logo }),
  };
}

export function paperOf({ officials = [], certificate, logo }: PaperInDocument): Paper {
  return { officials, certificate, logo };
}

export function findPaperFlaw({ officials = [], certificate, logo }: PaperInDocument): DocumentFlaw | undefined {
  const official = findOfficialProblem(officials);
  if (official) return flawAt(['officials', official.line - 1], 'impossible', '', official.why);
  const wrong = certificate && findCertificateProblem(certificate);
  if (wrong) return flawAt(['certificate'], 'impossible', wrong.found, wrong.why);
  const why = logo === undefined ? undefined : findLogoProblem(logo);
  return why && flawAt(['logo'], 'impossible', '', why);
}
