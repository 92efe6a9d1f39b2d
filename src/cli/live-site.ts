// `tenring live-site COMPETITION FOLDER`: the page for a club's web space that shows a competition live, wherever its viewers are.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findAsset } from '../kit/installation.ts';
import type { Bootstrap, PusherAddress } from '../wire/api-access.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { findCompetition } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { failureOf } from './files.ts';
import { say, writeData } from './output.ts';

export function addLiveSite(program: Command): void {
  const command = program
    .command('live-site')
    .description('write a page for your web space that shows a competition live (needs Pusher set up)')
    .argument('<competition>', 'its id, or a part of its name that no other has')
    .argument('<folder>', 'where to: a new or empty folder, or an earlier page of this kind');
  addApplianceOptions(command)
    .option('--json', 'say what was written as one line of JSON')
    .action(async (competition: string, folder: string, flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(() => runLiveSite(competition, folder, flags));
    });
  addExamples(
    command,
    [
      ['tenring live-site "Spring Cup" live', 'then copy the folder live to the web space, into any folder there'],
      ['tenring live-site spring /srv/www/live', 'straight into a web server’s folder'],
    ],
    'The page has the app’s key in it, which is public, and never its secret.',
  );
}

/** What the page finds as `window.tenringSite`. Angle brackets would end the script early in some hands. */
export function siteScript(pusher: PusherAddress, competition: { readonly id: string; readonly name: string }): string {
  const site = { pusher, competition: competition.id, name: competition.name };
  return `window.tenringSite = ${JSON.stringify(site, null, 2).replaceAll('<', '\\u003c')};\n`;
}

async function runLiveSite(asked: string, folder: string, flags: ApplianceFlags): Promise<void> {
  checkFolder(folder);
  const page = findPage();
  const { pusher, competition } = await asOrganiser(flags, false, async (client) => {
    const bootstrap: Bootstrap = JSON.parse(await client.ask('GET', '/api/bootstrap'));
    return { pusher: bootstrap.pusher, competition: await findCompetition(client, asked) };
  });
  if (!pusher) {
    throw new CommandError(
      'usage',
      'This Tenring sends nothing to the internet yet: start it with --pusher-file, or the settings TENRING_PUSHER_….',
    );
  }
  writePage(folder, page, siteScript(pusher, competition));
  const index = join(folder, 'index.html');
  if (flags.json) await writeData(`${JSON.stringify({ competition: competition.id, folder, page: index })}\n`);
  else say(`${competition.name} is live in ${index}: open it, or put the whole folder on your web space.`);
}

/** A folder with other things in it is somebody's. */
function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw failureOf(folder, error);
  }
  if (names.length > 0 && !names.includes('site.js'))
    throw new CommandError('fileExists', `${folder} has other files in it: choose a new or empty folder.`);
}

function findPage(): string {
  const screens = findAsset('ui');
  const page = screens === undefined ? undefined : join(screens, 'live-site');
  if (page === undefined || !existsSync(page))
    throw new CommandError('failed', 'The page is not in this installation: build the screens first.');
  return page;
}

function writePage(folder: string, page: string, script: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Of an earlier version; whatever else somebody has put there stays.
    for (const name of readdirSync(folder)) if (/^live-\w+\.(js|css)$/.test(name)) rmSync(join(folder, name));
    const names = readdirSync(page).filter((name) => !/\.(br|gz)$/.test(name));
    // Read and written: in the packaged program they are in no folder that could be copied.
    for (const name of names) writeFileSync(join(folder, name), readFileSync(join(page, name)));
    writeFileSync(join(folder, 'site.js'), script);
  } catch (error) {
    throw failureOf(folder, error);
  }
}
