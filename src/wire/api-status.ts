// How the appliance is doing, for `tenring status` and the organiser's eyes only: names of folders and figures of the machine are in it.
import { type Static, Type } from 'typebox';
import { PublishingStatusSchema, RelayStatusSchema } from './api-relay.ts';
import { StandbyViewSchema } from './api-standby.ts';

const Bytes = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });
const Instant = (description?: string) =>
  Type.Integer({ description: `${description ? `${description}; ` : ''}ms since 1970 by the appliance's clock` });

export const CompetitionStatusSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  from: Type.String({ description: 'yyyy-mm-dd' }),
  to: Type.String({ description: 'yyyy-mm-dd' }),
  isClosed: Type.Boolean({ description: 'Archived' }),
  entries: Type.Integer(),
  arrows: Type.Integer({ description: 'Scored so far, on cards and in matches' }),
  devices: Type.Object({
    paired: Type.Integer(),
    connected: Type.Integer({ description: 'Of these, with an open connection now' }),
  }),
});
export type CompetitionStatus = Static<typeof CompetitionStatusSchema>;

export const BackupTroubleSchema = Type.Object({
  kind: Type.Enum(['missing', 'diskFull', 'failed'], {
    description: 'The folder or its stick is not there; it is full; anything else',
  }),
  message: Type.String({ description: 'What a person is told' }),
});
export type BackupTrouble = Static<typeof BackupTroubleSchema>;

export const BackupStatusSchema = Type.Object({
  lastAt: Type.Union([Instant('Undone so far: null'), Type.Null()]),
  lastFile: Type.Union([Type.String(), Type.Null()]),
  nextAt: Type.Union([Instant('Null where none is scheduled'), Type.Null()]),
  trouble: Type.Union([BackupTroubleSchema, Type.Null()]),
});
export type BackupStatus = Static<typeof BackupStatusSchema>;

export const CertificateStatusSchema = Type.Object({
  validTo: Instant(
    'What devices trust ends then: the certificate authority of this Tenring, or the organiser’s own certificate',
  ),
  trouble: Type.Union([
    Type.Object({
      kind: Type.Enum(['authorityEnds', 'ownEnds', 'refused']),
      message: Type.String({ description: 'What a person is told' }),
    }),
    Type.Null(),
  ]),
});
export type CertificateStatus = Static<typeof CertificateStatusSchema>;

export const StatusSchema = Type.Object({
  version: Type.String(),
  now: Instant(),
  startedAt: Instant(),
  addresses: Type.Array(Type.String(), { description: 'Origins of this appliance on the network, best first' }),
  dataFolder: Type.String(),
  demo: Type.Boolean(),
  competitions: Type.Array(CompetitionStatusSchema),
  sockets: Type.Object({ tablets: Type.Integer(), viewers: Type.Integer() }),
  acks: Type.Object(
    {
      count: Type.Integer({ description: 'Commands answered as saved since the start' }),
      medianMs: Type.Union([Type.Number(), Type.Null()]),
      slowMs: Type.Union([Type.Number(), Type.Null()], { description: '99 of 100 were faster' }),
      sample: Type.Integer({ description: 'Of how many, the last ones, these two are' }),
    },
    { description: 'From the arrival of a command to its answer, the disk included' },
  ),
  journal: Type.Object({
    state: Type.Enum(['up', 'down']),
    lagFacts: Type.Integer({ description: 'In the journal and not yet in the archive' }),
  }),
  archive: Type.Object({ facts: Type.Integer(), fileBytes: Bytes(), lastCommitMs: Type.Number() }),
  disk: Type.Object({ freeBytes: Bytes(), totalBytes: Bytes() }),
  memory: Type.Object({ usedBytes: Bytes('By this process'), freeBytes: Bytes('Of the machine'), totalBytes: Bytes() }),
  backup: Type.Union([BackupStatusSchema, Type.Null()]),
  certificate: Type.Union([CertificateStatusSchema, Type.Null()], {
    description: 'By which https answers; null without',
  }),
  relay: Type.Union([RelayStatusSchema, Type.Null()], { description: 'Live results on the internet; null without' }),
  publishing: Type.Union([PublishingStatusSchema, Type.Null()], {
    description: 'Results on a web space; null without',
  }),
  standbys: Type.Array(StandbyViewSchema, { description: 'Machines that follow this one, ready to take over' }),
  troubles: Type.Array(Type.Object({ code: Type.String(), message: Type.String() }), {
    description: 'What keeps the appliance from its work, as /readyz has it; empty when all is well',
  }),
});
/** GET /api/status (organiser) */
export type StatusView = Static<typeof StatusSchema>;
