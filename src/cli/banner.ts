// What a person sees when the appliance is ready: where to go, what to scan, which code opens the desk.
import { renderUnicodeCompact } from 'uqr';
import type { ReadyFacts } from '../appliance.ts';
import { bold } from './output.ts';

export interface StartedFacts extends ReadyFacts {
  readonly startedInMs: number;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Long: in two lines, so that a person can compare it with a device's. */
function renderFingerprint(fingerprint: string): readonly string[] {
  const half = 16 * 3;
  return [
    `  Fingerprint         ${fingerprint.slice(0, half - 1)}`,
    `                      ${fingerprint.slice(half)}`,
  ];
}

function renderSecure({ secureOrigins, fingerprint }: StartedFacts, best: string): readonly string[] {
  const [secure] = secureOrigins;
  if (secure === undefined) return [];
  return [
    `  Secure address      ${secure}`,
    ...(fingerprint ? [`  To trust it         ${best}/trust on each device`, ...renderFingerprint(fingerprint)] : []),
  ];
}

export function renderBanner(facts: StartedFacts): string {
  const [best = '', ...others] = facts.origins;
  const desk = facts.deskCode
    ? [
        `  Organiser's desk    ${best}/desk`,
        `  One-time code       ${bold(facts.deskCode)}`,
        '',
        '  The code opens the desk once; you choose a password there.',
      ]
    : [`  Organiser's desk    ${best}/desk`];
  return [
    '',
    `  ${bold(`Tenring ${facts.version}`)} is ready (${(facts.startedInMs / 1000).toFixed(1)} s)`,
    '',
    indent(renderUnicodeCompact(best)),
    '',
    `  On this network     ${bold(best)}`,
    ...others.map((origin) => `                      ${origin}`),
    ...(facts.namedOrigin ? [`  By name             ${facts.namedOrigin} (where the network allows it)`] : []),
    ...renderSecure(facts, best),
    ...desk,
    '',
    `  Everything is kept in ${facts.dataFolder}. Ctrl-C stops Tenring; nothing saved is lost.`,
    '',
  ].join('\n');
}
