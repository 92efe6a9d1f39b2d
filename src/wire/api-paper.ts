// What only printed pages have: /api/competitions/:id/paper, and what changes it.
import { type Static, Type } from 'typebox';
import { certificateWords } from '../domain/paper/paper.ts';
import { longestCertificate, longestRole, mostLogoBytes, mostOfficials } from '../domain/paper/paper-check.ts';
import { longestName } from '../domain/setup/text-check.ts';
import { listOf, nullable, strict } from './api-common.ts';

export const OfficialsSchema = listOf(
  Type.Object(
    {
      name: Type.String({ maxLength: longestName }),
      role: Type.String({ maxLength: longestRole, description: 'In the organiser’s words' }),
    },
    strict,
  ),
  // One more, so that the refusal says how many there may be.
  { maxItems: mostOfficials + 1 },
);

export const CertificateSchema = Type.Object(
  {
    title: Type.String({ maxLength: longestRole }),
    text: Type.String({
      maxLength: longestCertificate,
      description: `Lines; ${certificateWords.map((word) => `{${word}}`).join(', ')} are filled in`,
    }),
    signatures: listOf(Type.String({ maxLength: longestRole }), { maxItems: 10 }),
  },
  strict,
);

/** PUT /api/competitions/:id/certificate (organiser) */
export const CertificateBodySchema = Type.Object(
  { certificate: nullable(CertificateSchema) },
  { ...strict, description: 'null: the ordinary one' },
);

/** PUT /api/competitions/:id/logo (organiser) */
export const LogoBodySchema = Type.Object(
  {
    image: nullable(
      Type.String({
        maxLength: 2 * mostLogoBytes,
        description: `A PNG or JPEG in base64, at most ${mostLogoBytes / 1024} KiB; null: none`,
      }),
    ),
  },
  strict,
);

/** GET /api/competitions/:id/paper */
export const PaperSchema = Type.Object({
  officials: OfficialsSchema,
  certificate: nullable(CertificateSchema),
  unprintable: Type.Object(
    { count: Type.Integer(), names: listOf(Type.String(), { maxItems: 20 }) },
    {
      description:
        'Archers whose name or club has letters that no font here has: printed as empty boxes. The first twenty',
    },
  ),
  logo: nullable(Type.Object({ kind: Type.Enum(['png', 'jpeg']), width: Type.Integer(), height: Type.Integer() })),
});
export type PaperView = Static<typeof PaperSchema>;
