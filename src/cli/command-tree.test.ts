// Every command there is: what a person can expect of each of them alike.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Command } from 'commander';
import { temporaryFolder } from '../testing/data-folder.ts';
import { runCommand } from '../testing/run-command.ts';
import { findCommand, fullName, visibleCommands, visibleOptions } from './command-tree.ts';
import { completionFor, placesOf, type Shell } from './completion.ts';
import { examplesOf } from './examples.ts';
import { createProgram } from './program.ts';

const program = createProgram();

function everyCommand(command: Command): readonly Command[] {
  return [command, ...visibleCommands(command).flatMap(everyCommand)];
}

const all = everyCommand(program);
/** What they print is no data for another program. */
const speaksToPeople = [
  'tenring help',
  'tenring completion',
  'tenring password',
  'tenring service install',
  'tenring service remove',
  'tenring service logs',
];

test('each command says what it does, and shows how it is used', () => {
  assert.ok(all.length > 15, String(all.length));
  for (const command of all) {
    const name = fullName(command);
    assert.ok(command.description().length > 10, name);
    for (const argument of command.registeredArguments) assert.ok(argument.description, `${name} ${argument.name()}`);
    for (const option of visibleOptions(command)) assert.ok(option.description, `${name} ${option.flags}`);
    const examples = examplesOf(command);
    assert.ok(examples.length > 0, `${name} has no example`);
    for (const [line] of examples) assert.match(line, /tenring/, name);
  }
});

test('what the examples show is there', () => {
  for (const [line] of all.flatMap(examplesOf)) {
    const words = /tenring ([^|>)]*)/.exec(line)?.[1]?.split(/\s+/) ?? [];
    const flags = words.filter((word) => word.startsWith('--'));
    const isName = (word: string | undefined) => word !== undefined && /^[a-z-]+$/.test(word);
    const [first, second] = words;
    const found = (isName(second) && findCommand(program, words.slice(0, 2))) || findCommand(program, [first ?? '']);
    assert.ok(found, line);
    for (const flag of flags)
      assert.ok(
        visibleOptions(found).some(({ long }) => long === flag),
        `${line}: ${flag}`,
      );
  }
});

test('each command that gives data gives JSON too', () => {
  for (const command of all) {
    if (visibleCommands(command).length > 0 || speaksToPeople.includes(fullName(command))) continue;
    assert.ok(
      visibleOptions(command).some(({ long }) => long === '--json'),
      fullName(command),
    );
  }
});

test('help has the whole page about each command; of none it says so', async () => {
  for (const command of all) {
    if (command === program) continue;
    const run = await runCommand(['help', ...fullName(command).split(' ').slice(1)]);
    assert.deepEqual([run.code, run.said], [0, ''], fullName(command));
    for (const part of ['NAME', 'SYNOPSIS', 'EXAMPLES', 'EXIT STATUS'])
      assert.match(run.out, new RegExp(`^${part}$`, 'm'));
    assert.ok(!run.out.includes('\u001b'));
    for (const { long } of visibleOptions(command)) assert.ok(run.out.includes(long ?? ''), long);
  }
  const none = await runCommand(['help', 'events', 'nothing']);
  assert.deepEqual([none.code, none.out], [64, '']);
  assert.match(none.said, /no command events nothing/);
});

test('a script of every shell offers every command and flag', () => {
  const places = placesOf(program);
  assert.equal(places.length, all.length);
  for (const shell of ['bash', 'zsh', 'fish'] as const satisfies readonly Shell[]) {
    const script = completionFor(shell, program);
    for (const { path, words } of places) {
      assert.ok(script.includes(`"${path}"`), `${shell} ${path}`);
      for (const { word } of words) assert.ok(script.includes(shell === 'fish' ? word.replace(/^--/, '') : word), word);
    }
  }
});

/** What bash would offer after these words; the last one is being typed. */
function offeredByBash(...words: readonly string[]): readonly string[] {
  return offeredIn(import.meta.dirname, words);
}

function offeredIn(cwd: string, words: readonly string[]): readonly string[] {
  const script = `${completionFor('bash', program)}
COMP_WORDS=(tenring ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_tenring
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd,
  });
  assert.deepEqual([status === 0 || status === 1, stderr], [true, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

test('in bash: commands, their commands, flags, files', () => {
  assert.deepEqual(offeredByBash('st'), ['start', 'status', 'standby']);
  assert.deepEqual(offeredByBash('events', 'ar'), ['archive']);
  assert.deepEqual(offeredByBash('events', 'new', '--disc'), ['--discipline']);
  assert.deepEqual(offeredByBash('completion', 'f'), ['fish']);
  assert.ok(offeredByBash('results', 'command-t').includes('command-tree.ts'));
  assert.ok(offeredByBash('status', '--data', 'command-t').includes('command-tree.ts'));
  for (const command of ['backup', 'restore', 'verify'])
    assert.ok(offeredByBash(command, 'command-t').includes('command-tree.ts'), command);
  assert.deepEqual(offeredByBash('events', 'show', '--discipline'), [], 'of another command');
});

test('in bash a file with blanks in its name is one', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'Spring Cup.tenring'), '');
  assert.deepEqual(offeredIn(folder, ['restore', 'Sp']), ['Spring Cup.tenring']);
});
