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
    ...desk,
    '',
    `  Everything is kept in ${facts.dataFolder}. Ctrl-C stops Tenring; nothing saved is lost.`,
    '',
  ].join('\n');
}
