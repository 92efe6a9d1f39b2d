// /api/competitions/:id/paper: officials, the text of certificates, the logo. The picture itself is fetched from /logo.
import { Type } from 'typebox';
import type { Competition } from '../domain/competition.ts';
import { imageHeadOf } from '../domain/paper/image-head.ts';
import { bytesOfBase64, findLogoProblem } from '../domain/paper/paper-check.ts';
import { hasUnprintable } from '../printing/font-files.ts';
import { isWholePicture } from '../printing/whole-picture.ts';
import {
  CertificateBodySchema,
  LogoBodySchema,
  OfficialsSchema,
  PaperSchema,
  type PaperView,
} from '../wire/api-paper.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';

const base = '/api/competitions/:id';
const bodyLimit = 512 * 1024;
/** Errors stay JSON. */
const picture = { content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } };

export function addPaper(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const all = {
    summary: 'What only printed pages have: officials, the text of certificates, the logo',
    params: CompetitionParams,
    response: { 200: PaperSchema, ...errors('unknownCompetition') },
  };
  app.get(`${base}/paper`, { schema: all }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `paper/${id}`, [at], () => paperViewOf(state));
  });

  const logo = {
    summary: 'The logo as it was given',
    params: CompetitionParams,
    response: { 200: Type.Unsafe<Buffer>(picture), ...errors('unknownCompetition', 'noLogo') },
  };
  app.get(`${base}/logo`, { schema: logo }, (request, reply) => {
    const { paper } = findCompetition(parts, request.params.id).state;
    if (paper.logo === undefined) throw new RefusalError('noLogo');
    const bytes = Buffer.from(paper.logo, 'base64');
    const type = imageHeadOf(bytes)?.kind === 'png' ? 'image/png' : 'image/jpeg';
    reply.header('cache-control', 'no-store').type(type).send(bytes);
  });
  addChanging(app, parts, write);
}

function addChanging(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity, params: CompetitionParams };

  const officials = {
    ...common,
    summary: 'Judges and others who are printed: all of them, in place of those before',
    body: OfficialsSchema,
    response: { 200: PaperSchema, ...errors(...commandErrors('setOfficials')) },
  };
  app.put(`${base}/officials`, { schema: officials, bodyLimit, onRequest }, async (request) => {
    return paperViewOf((await write(request, { kind: 'setOfficials', officials: request.body })).state);
  });

  const certificate = {
    ...common,
    summary: 'The text of the certificates',
    body: CertificateBodySchema,
    response: { 200: PaperSchema, ...errors(...commandErrors('setCertificate')) },
  };
  app.put(`${base}/certificate`, { schema: certificate, bodyLimit, onRequest }, async (request) => {
    const given = request.body.certificate ?? undefined;
    return paperViewOf((await write(request, { kind: 'setCertificate', certificate: given })).state);
  });

  const logo = {
    ...common,
    summary: 'The logo',
    body: LogoBodySchema,
    response: { 200: PaperSchema, ...errors(...commandErrors('setLogo')) },
  };
  app.put(`${base}/logo`, { schema: logo, bodyLimit, onRequest }, async (request) => {
    const given = request.body.image ?? undefined;
    if (given !== undefined && findLogoProblem(given) === undefined && !isWholePicture(bytesOfBase64(given))) {
      throw new RefusalError('logoWrong', { why: 'damaged' });
    }
    return paperViewOf((await write(request, { kind: 'setLogo', logo: given })).state);
  });
}

function paperViewOf({ paper: { officials, certificate, logo }, entries }: Competition): PaperView {
  const unprintable = [...entries.values()].filter(({ name, club }) => hasUnprintable(name) || hasUnprintable(club));
  return {
    unprintable: { count: unprintable.length, names: unprintable.slice(0, 20).map(({ name }) => name) },
    officials,
    certificate: certificate ?? null,
    logo: logo === undefined ? null : (imageHeadOf(bytesOfBase64(logo)) ?? null),
  };
}
