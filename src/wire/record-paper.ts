// Records of what only printed pages have: officials, the certificate, the logo.
import type { PaperFact } from '../domain/facts.ts';
import type { Codecs } from './record-codec.ts';
import { list, text } from './wire-fields.ts';

export const paperRecords: Codecs<PaperFact['kind']> = {
  officialsSet: {
    toWire: ({ officials }) => ({ officials: [...officials] }),
    toFact: ({ officials }) => ({
      kind: 'officialsSet',
      officials: list(officials).map(({ name, role }) => ({ name: text(name), role: text(role) })),
    }),
  },
  certificateSet: {
    toWire: ({ certificate }) =>
      certificate ? { certificate: { ...certificate, signatures: [...certificate.signatures] } } : {},
    toFact: ({ certificate }) => ({
      kind: 'certificateSet',
      certificate: certificate
        ? { title: text(certificate.title), text: text(certificate.text), signatures: list(certificate.signatures) }
        : undefined,
    }),
  },
  logoSet: {
    toWire: ({ logo }) => (logo === undefined ? {} : { logo }),
    toFact: ({ logo }) => ({ kind: 'logoSet', logo: logo ?? undefined }),
  },
};
