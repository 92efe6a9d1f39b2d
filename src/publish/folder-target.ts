// A folder: a web server's own, or one that something else copies away.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import { PublishError, type PublishTarget } from './publish-target.ts';

const readableByAll = 0o644;

export function createFolderTarget(folder: string): PublishTarget {
  return {
    async write(name, content) {
      try {
        mkdirSync(folder, { recursive: true });
        writeDurably(join(folder, name), content, readableByAll);
      } catch (error) {
        throw new PublishError(`${folder} cannot be written to (${systemCodeOf(error) || String(error)}).`, {
          cause: error,
        });
      }
    },
    async read(name) {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch (error) {
        if (systemCodeOf(error) === 'ENOENT') return undefined;
        throw new PublishError(`${folder} cannot be read (${systemCodeOf(error) || String(error)}).`, { cause: error });
      }
    },
  };
}
