// `tenring service`: Tenring as a service of this machine, that starts with it, is watched over and started again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigError, type Environment, type RawSettings } from '../config/config.ts';
import { findAsset, isPackaged } from '../kit/installation.ts';
import { install, placeForExecutable, places, remove, SystemctlError, systemctl } from '../service/install.ts';
import { readSettingsFile, serviceFiles } from '../service/unit-file.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { addSettings } from './settings-options.ts';

interface InstallFlags extends RawSettings {
  readonly dryRun?: boolean;
  readonly root?: string;
  readonly executable?: string;
}

export function addService(program: Command): void {
  const service = program
    .command('service')
    .description('run Tenring as a service: it starts with the machine and is started again after a failure');
  addExamples(service, [['sudo tenring service install', 'from now on it runs by itself']]);
  addInstall(service);
  addRemove(service);
  addStatus(service);
  addLogs(service);
}

async function act(run: () => Promise<void>): Promise<void> {
  process.exitCode = await exitCodeOf(run);
}

function addInstall(service: Command): void {
  const command = service.command('install').description('make it a service and start it; again after an update');
  addSettings(command)
    .option('--dry-run', 'show what would be written, and change nothing')
    .option('--executable <file>', 'the Tenring to run; this one by default')
    .option('--root <folder>', 'write the files below this folder and start nothing (for an image)');
  command.action((flags: InstallFlags) => act(() => runInstall(flags)));
  addExamples(
    command,
    [
      ['sudo tenring service install', 'with the usual settings'],
      ['sudo tenring service install --port 80 --backup-to /media/stick', 'with settings of your own'],
      ['tenring service install --dry-run', 'look first'],
    ],
    'tenring service status shows how it runs, tenring service logs what it says.',
  );
}

async function runInstall({ dryRun, root = '/', executable, ...flags }: InstallFlags): Promise<void> {
  if (!isPackaged && executable === undefined)
    throw new CommandError(
      'usage',
      'A service runs the packaged Tenring: npm run package, then out/tenring service install.',
    );
  const from = realpath(executable ?? process.execPath);
  const place = placeForExecutable(from);
  const replaceSettings = Object.keys(flags).length > 0;
  const files = filesFor(flags, place, replaceSettings ? {} : inWords(() => settingsAt(root)));
  if (dryRun) return writeData(`# ${places.unit}\n${files.unit}\n# ${places.settings}\n${files.settings}`);
  needsRoot(root, 'install');
  const wish = {
    root: resolve(root),
    from,
    executable: place,
    ...files,
    replaceSettings,
  };
  const { keptSettings } = inWords(() => install(wish, systemctl));
  say(`${places.unit} is written${root === '/' ? ', and Tenring runs' : ''}. It keeps everything in ${places.data}.`);
  say(keptSettings ? `${places.settings} stays as it was.` : `Its settings are in ${places.settings}.`);
  say(`Commands find it by its folder: sudo tenring status --data ${places.data}`);
}

/** Of an earlier installation: what it was given stays, and the unit has to go with it. */
function settingsAt(root: string): Environment {
  const path = join(resolve(root), places.settings);
  return existsSync(path) ? readSettingsFile(readFileSync(path, 'utf8')) : {};
}

function filesFor(flags: RawSettings, executable: string, kept: Environment) {
  const template = findAsset('tenring.service');
  if (template === undefined) throw new CommandError('failed', 'This Tenring comes without its unit file.');
  try {
    return serviceFiles({
      template: readFileSync(template, 'utf8'),
      executable,
      settingsPath: places.settings,
      flags,
      kept,
    });
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError('usage', error.message, { cause: error });
    throw error;
  }
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new CommandError('noFile', `${path} is not there.`, { cause: error });
  }
}

function needsRoot(root: string, what: string): void {
  if (resolve(root) !== '/' || process.getuid?.() === 0) return;
  const again = ['sudo', process.execPath, ...process.argv.slice(2)].join(' ');
  throw new CommandError('notAllowed', `Only root may ${what} a service: ${again}`);
}

function inWords<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error;
    if (isSystem || error instanceof SystemctlError) throw new CommandError('failed', error.message, { cause: error });
    throw error;
  }
}

function addRemove(service: Command): void {
  const command = service
    .command('remove')
    .description('stop it and make it no service any more; data and settings stay')
    .option('--root <folder>', 'below this folder');
  command.action(({ root = '/' }: { readonly root?: string }) => act(() => runRemove(root)));
  addExamples(command, [['sudo tenring service remove', 'competitions stay where they are']]);
}

async function runRemove(root: string): Promise<void> {
  needsRoot(root, 'remove');
  const wasThere = inWords(() => remove(resolve(root), systemctl));
  if (!wasThere) throw new CommandError('notFound', 'Tenring is no service here.');
  say(`Tenring is no service any more. Its data stays in ${places.data}, its settings in ${places.settings}.`);
}

/** Its words and its end are this command's. */
function handOver(program: string, words: readonly string[]): void {
  const { status, error } = spawnSync(program, words, { stdio: 'inherit' });
  if (error) throw new CommandError('failed', `There is no ${program} here: this machine does not run systemd.`);
  process.exitCode = status ?? 1;
}

function addStatus(service: Command): void {
  const command = service.command('status').description('whether the service runs, as systemd sees it');
  command
    .option('--json', 'systemd’s properties as one object')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const code = await exitCodeOf(async () =>
        json ? statusAsJson() : handOver('systemctl', ['status', 'tenring.service']),
      );
      process.exitCode ||= code;
    });
  addExamples(command, [['tenring service status', 'tenring status tells how scoring is doing']]);
}

const shown = ['LoadState', 'ActiveState', 'SubState', 'StatusText', 'MainPID', 'NRestarts', 'ExecMainStatus'];

async function statusAsJson(): Promise<void> {
  const { stdout, error } = spawnSync('systemctl', ['show', 'tenring.service', `--property=${shown.join(',')}`], {
    encoding: 'utf8',
  });
  if (error) throw new CommandError('failed', 'There is no systemctl here: this machine does not run systemd.');
  const pairs = stdout.split('\n').flatMap((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const object: Record<string, string> = {};
  for (let at = 0; at + 1 < pairs.length; at += 2) object[pairs[at] ?? ''] = pairs[at + 1] ?? '';
  await writeData(`${JSON.stringify(object)}\n`);
}

function addLogs(service: Command): void {
  const command = service
    .command('logs')
    .description('what the service has said')
    .option('-f, --follow', 'go on as it says more')
    .option('-n, --lines <number>', 'how many lines to begin with', '100')
    .option('--warnings', 'warnings and errors only');
  command.action(async ({ follow, lines, warnings }: { follow?: boolean; lines: string; warnings?: boolean }) => {
    const words = [
      '-u',
      'tenring.service',
      '-n',
      lines,
      ...(follow ? ['-f'] : ['--no-pager']),
      ...(warnings ? ['-p', 'warning'] : []),
    ];
    const code = await exitCodeOf(async () => {
      if (!/^\d{1,7}$/.test(lines)) throw new CommandError('usage', `--lines has to be a number, not "${lines}".`);
      handOver('journalctl', words);
    });
    process.exitCode ||= code;
  });
  addExamples(command, [
    ['sudo tenring service logs -f', 'watch it'],
    ['sudo tenring service logs --warnings -n 20', 'what went wrong lately'],
  ]);
}
