// What set-up asks of a Debian machine: packages (as root only) and source packages (as anybody).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, SetupProblem, succeeds } from '../commands.mjs';
import { whichProgram } from '../places.mjs';
import { deriveSourceLists, readAptSources, readCodename } from './source-list.mjs';

const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];

async function missingPackages(names) {
  const missing = [];
  for (const name of names) {
    // "config-files" means that it was removed: ask for the state in words.
    const installed = await succeeds('sh', [
      '-c',
      `dpkg-query -W -f='\${Status}' "$0" 2>/dev/null | grep -q 'ok installed'`,
      name,
    ]);
    if (!installed) missing.push(name);
  }
  return missing;
}

/** Installs Debian packages that are missing. `purpose` completes "… is needed"; `otherwise` is what else the user can do. */
export async function installPackages(names, { purpose, otherwise, tell }) {
  if (whichProgram('apt-get') === undefined) {
    throw new SetupProblem(`${purpose} is needed, and this is not a Debian machine: there is no apt-get. ${otherwise}`);
  }
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid() !== 0) {
    throw new SetupProblem(
      `${purpose} is needed. Only root can install it, so run once:\n\n    sudo ${command}\n\n  ${otherwise}`,
    );
  }
  tell(`installing ${missing.join(', ')} (Debian)`);
  const problem = `Debian's packages ${missing.join(', ')} could not be installed. ${otherwise}`;
  await run('apt-install', 'apt-get', [...patience, 'update'], { problem, env: quietly });
  await run('apt-install', 'apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...missing], {
    problem,
    env: quietly,
    append: true,
  });
}

/** Downloads and unpacks the newest source of a Debian package below `folder`, by lists of our own kept there. */
export async function fetchSource(name, folder) {
  const { list, sources } = deriveSourceLists(readAptSources(), readCodename());
  if (list === '' && sources === '') {
    throw new SetupProblem(`The source of ${name} cannot be found: no apt source of this machine is Debian itself.`);
  }
  for (const part of ['sources', 'lists/partial', 'archives/partial', 'unpacked'])
    mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'sources', 'machine.list'), `${list}\n`);
  writeFileSync(join(folder, 'sources', 'machine.sources'), `${sources}\n`);
  const own = Object.entries({
    'Dir::Etc::SourceList': '/dev/null',
    'Dir::Etc::SourceParts': join(folder, 'sources'),
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::Cache': folder,
    'Dir::Cache::archives': 'archives',
    'Acquire::Languages': 'none',
    'APT::Sandbox::User': '',
    'APT::Get::List-Cleanup': 'false',
  }).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const problem = `The source of ${name} could not be fetched from this machine's Debian mirror. Check the connection and try again.`;
  await run('apt-source', 'apt-get', [...patience, ...own, 'update'], { problem, env: quietly });
  await run('apt-source', 'apt-get', [...patience, ...own, 'source', name], {
    problem,
    env: quietly,
    cwd: join(folder, 'unpacked'),
    append: true,
  });
  return join(folder, 'unpacked');
}
