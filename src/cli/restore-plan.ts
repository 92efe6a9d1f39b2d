// What `tenring restore` is about to do, as a person reads it before saying yes.
import type { BackedUpCompetition, Manifest, MemberName } from '../backup/format.ts';
import type { FolderContent } from '../backup/restore.ts';
import { describeBytes, describeTime } from './units.ts';

export interface RestorePlan {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: Manifest;
  readonly folder: string;
  readonly content: FolderContent;
  /** Undefined: everything in the folder is replaced. */
  readonly event: BackedUpCompetition | undefined;
  /** An outside Redis was used with this folder. */
  readonly hasOwnRedis: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly seq: number;
}

const most = 20;

function listed(all: readonly Named[]): readonly string[] {
  const lines = all.slice(0, most).map(({ name, id, seq }) => `    ${name} (${id}), ${seq} facts`);
  return all.length > most ? [...lines, `    and ${all.length - most} more`] : lines;
}

function contentLines({ folder, content }: RestorePlan): readonly string[] {
  switch (content.kind) {
    case 'empty':
      return [`In ${folder} there is nothing yet.`];
    case 'unreadable':
      return [`In ${folder} there is data that cannot be read (${content.why}).`];
    case 'data':
      return [
        `In ${folder} there is now:`,
        ...(content.competitions.length > 0 ? listed(content.competitions) : ['    no competition']),
      ];
  }
}

function deedLines({ folder, content, event, manifest, hasOwnRedis }: RestorePlan): readonly string[] {
  const kept = 'What is there now is kept beside it, in a folder before-restore-…, until you delete it.';
  const isNew = content.kind === 'empty';
  if (event) {
    const isThere = content.kind === 'data' && content.competitions.some(({ id }) => id === event.id);
    const deed = isThere
      ? `${event.name} in the folder is replaced by the one of the backup; the others stay.`
      : `${event.name} is put beside what is there.`;
    return [
      isNew ? `${event.name} is put into it.` : deed,
      ...(isNew ? [] : [kept]),
      isNew
        ? 'An event brings no password: the first start prints a one-time code.'
        : 'The password of the desk stays as it is there.',
    ];
  }
  const has = (wanted: MemberName) => manifest.members.some(({ name }) => name === wanted);
  return [
    isNew
      ? 'Everything in the backup is put into it.'
      : `Everything in ${folder} is replaced by what is in the backup.`,
    ...(isNew ? [] : [kept]),
    ...(has('access.json')
      ? ['The password of the desk and paired tablets are those of the backup; the desk logs in again.']
      : []),
    ...(has('tls/authority.pem')
      ? ['Devices that trust the certificate of the backup’s Tenring (--tls) go on trusting.']
      : []),
    ...(hasOwnRedis
      ? []
      : [
          'This folder was used with an outside Redis (--redis): that one is not touched and has to be emptied by you.',
        ]),
  ];
}

/** Without ends of lines. */
export function planLines(plan: RestorePlan): readonly string[] {
  const { file, bytes, manifest } = plan;
  const { tenring, madeAt, node, competitions } = manifest;
  return [
    `${file} (${describeBytes(bytes)}) was made ${describeTime(madeAt)} by Tenring ${tenring} on ${node}. In it:`,
    ...(competitions.length > 0 ? listed(competitions) : ['    no competition']),
    ...contentLines(plan),
    '',
    ...deedLines(plan),
  ];
}
