// A process that archives and is killed, kill -9, after the first commit and before its acknowledgement: node FILE ARCHIVE SOCKET

import { startFollower } from '../archive/archive-follower.ts';
import { createStore } from '../archive/archive-store.ts';
import { openDatabase } from '../archive/open-database.ts';
import { createTroubles } from '../archive/troubles.ts';
import { openRedisGroupReader } from '../journal/redis-group-reader.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';

const [file = '', path = ''] = process.argv.slice(2);
const reader = openRedisGroupReader({ connection: { path }, log: silentLog });
startFollower({
  store: createStore(openDatabase(file)),
  reader: {
    ...reader,
    acknowledge: () => {
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    },
  },
  troubles: createTroubles(() => undefined),
  log: silentLog,
  clock: systemClock,
  committed: () => undefined,
});
