// The access store of several nodes: one text in the Redis that they share, changed only by comparing first. Each node keeps a copy in its
// access.json: Redis may lose what it has, the node may be a box of its own again one day, and `tenring password` writes there.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../config/start-error.ts';
import type { SharedText } from '../journal/shared-text.ts';
import type { Log } from '../kit/log.ts';
import { AccessUnavailableError } from './access.ts';
import {
  type AccessFile,
  accessFileIn,
  accessFileMark,
  createAccessFile,
  readAccessFile,
  writeAccessFile,
} from './access-file.ts';
import type { AccessStore } from './access-store.ts';
import { usable } from './file-access-store.ts';
import { createDeskCode, type RandomBytes, readHumanCode } from './human-code.ts';
import { isSameSecret, sha256 } from './secrets.ts';
import {
  DamagedSharedAccessError,
  type SharedAccess,
  sharedAccessToText,
  textToSharedAccess,
} from './shared-access.ts';

export interface SharedAccessParts {
  readonly folder: string;
  /** Of this folder, among those that share the text. */
  readonly node: string;
  readonly shared: SharedText;
  readonly log: Log;
  readonly random: RandomBytes;
}

type Seen = { readonly text: string; readonly access: SharedAccess };

/** Throws StartError when folder or text cannot be used, JournalUnavailableError while Redis is away. */
export async function openSharedAccessStore(parts: SharedAccessParts): Promise<AccessStore> {
  const { folder, node, shared, log, random } = parts;
  const code = createDeskCode(random);
  let seen = await joinNodes();
  let mark = accessFileMark(folder);

  /** The first node brings its own data along, the others take over what is there. */
  async function joinNodes(): Promise<Seen> {
    for (;;) {
      const own = usable(folder, () => readAccessFile(folder));
      const found = await shared.get();
      const there = found === undefined ? undefined : judged(found);
      const file = ofAll(there ? newest(there.file, own) : (own ?? createAccessFile(random)));
      const codes = file.password ? {} : { ...there?.codes, [node]: sha256(code) };
      const access = { file, codes };
      const text = sharedAccessToText(access);
      if (text !== found && !(await shared.replace(found, text))) continue;
      usable(folder, () => {
        if (own && own.joinSecret !== file.joinSecret) setAside();
        copy(file, own);
      });
      return { text, access };
    }
  }

  function setAside() {
    const aside = join(folder, 'access.before-nodes.json');
    if (!existsSync(aside)) copyFileSync(accessFileIn(folder), aside);
    log.warn(
      { aside },
      'password and target QR codes are those of the nodes that share this Redis; the own ones are kept aside',
    );
  }

  function copy(file: AccessFile, own: AccessFile | undefined) {
    if (
      own?.joinSecret === file.joinSecret &&
      own.generation === file.generation &&
      own.sharedGeneration === file.generation
    )
      return;
    writeAccessFile(folder, { ...file, sharedGeneration: file.generation });
  }

  /** A copy that cannot be written, on a full disk say, keeps nobody out. */
  function accept(next: Seen) {
    seen = next;
    try {
      const own = readAccessFile(folder);
      // Written over once it is known to all.
      if (newest(next.access.file, own) !== next.access.file) return;
      copy(next.access.file, own);
      mark = accessFileMark(folder);
    } catch (error) {
      log.error({ error: String(error) }, 'the copy of the shared password in access.json cannot be written');
    }
  }

  /** What `tenring password` wrote into the copy and the others do not know yet. */
  function setHereSince(): AccessFile | undefined {
    const now = accessFileMark(folder);
    if (now === mark) return undefined;
    const newer = newest(seen.access.file, readAccessFile(folder));
    if (newer !== seen.access.file) return newer;
    mark = now;
    return undefined;
  }

  async function look(): Promise<void> {
    const before = seen;
    const text = await shared.get();
    // Changed by this node meanwhile: what was read may be older.
    if (seen !== before || text === seen.text) return;
    if (text === undefined) {
      log.warn({}, 'Redis has lost password and join secret: they are put back from this node');
      await shared.replace(undefined, seen.text);
      return;
    }
    accept({ text, access: textToSharedAccess(text) });
  }

  /** As long as nobody else changes it: then `change` is asked again, and may give up. */
  async function write(change: (access: SharedAccess) => SharedAccess | undefined): Promise<boolean> {
    for (;;) {
      const before = seen;
      const access = change(before.access);
      if (!access) return false;
      const text = sharedAccessToText(access);
      if (await shared.replace(before.text, text)) {
        accept({ text, access });
        return true;
      }
      await look();
    }
  }

  function replace(was: AccessFile, changed: AccessFile): Promise<boolean> {
    return write(({ file }) => (file.generation === was.generation ? { file: ofAll(changed), codes: {} } : undefined));
  }

  function isCode(typed: string): boolean {
    const hash = sha256(readHumanCode(typed));
    return Object.values(seen.access.codes).some((kept) => isSameSecret(kept, hash));
  }

  return {
    get file() {
      return seen.access.file;
    },
    get ownCode() {
      return seen.access.codes[node] === sha256(code) ? code : undefined;
    },
    refresh: () =>
      whileAvailable(async () => {
        const since = setHereSince();
        await look();
        if (since) await replace(seen.access.file, since);
      }),
    replace: (was, changed) => whileAvailable(() => replace(was, changed)),
    isCode,
    takeCode: (typed) =>
      whileAvailable(() => write(({ file }) => (isCode(typed) && !file.password ? { file, codes: {} } : undefined))),
  };
}

function ofAll({ sharedGeneration: _, ...file }: AccessFile): AccessFile {
  return file;
}

/** The copy, when its password was set since it was made and nobody has set another one for all meanwhile. */
function newest(shared: AccessFile, own: AccessFile | undefined): AccessFile {
  const isSetSince = own !== undefined && own.generation !== own.sharedGeneration;
  return isSetSince && own.sharedGeneration === shared.generation ? own : shared;
}

function judged(text: string): SharedAccess {
  try {
    return textToSharedAccess(text);
  } catch (error) {
    if (!(error instanceof DamagedSharedAccessError)) throw error;
    throw new StartError('redis', `${error.message}. Delete that key: the next node that starts writes its copy.`, {
      cause: error,
    });
  }
}

async function whileAvailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AccessUnavailableError('password and codes cannot be read or written', { cause: error });
  }
}
