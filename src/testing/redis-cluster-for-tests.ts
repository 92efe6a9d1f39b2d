// A real Redis Cluster of three masters on loopback, from the redis-server of the tests. Its state is on disk: a server that was killed comes
// back with its slots.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection, type RedisConnection, type Reply, type Word } from '../journal/redis-connection.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { requireRedisServer } from './redis-for-tests.ts';
import { findFreePort } from './run-appliance.ts';

export interface TestCluster {
  /** `redis://127.0.0.1:port`, one for each master. */
  readonly urls: readonly string[];
  /** Asks one of the masters as an operator would. */
  ask(server: number, ...command: readonly [string, ...Word[]]): Promise<Reply>;
  /** Which master had the slot at first. */
  ownerOf(slot: number): number;
  /** kill -9. */
  kill(server: number): Promise<void>;
  /** As `kill` left it; resolves when the whole cluster answers again. */
  startAgain(server: number): Promise<void>;
  /** One more server, which follows this master and has all that it has. */
  addReplica(master: number): Promise<void>;
  close(): Promise<void>;
}

interface Server {
  readonly port: number;
  readonly busPort: number;
  readonly folder: string;
  child: ChildProcess;
  operator: RedisConnection;
}

const masters = 3;
const slots = 16_384;
const slotsEach = Math.ceil(slots / masters);
const settings = [
  ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'volatile-lru'],
  ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000', '--bind', '127.0.0.1', '--loglevel', 'warning'],
].flat();

export async function startTestCluster(): Promise<TestCluster> {
  const path = requireRedisServer();
  const root = mkdtempSync(join(tmpdir(), 'tenring-cluster-'));
  const servers = await Promise.all(Array.from({ length: masters }, (_, index) => prepare(join(root, String(index)))));

  async function prepare(folder: string): Promise<Server> {
    mkdirSync(folder);
    const [port, busPort] = [await findFreePort(), await findFreePort()];
    return { port, busPort, folder, child: run(folder, port, busPort), operator: operatorOf(port) };
  }

  function run(folder: string, port: number, busPort: number): ChildProcess {
    const own = ['--dir', folder, '--port', String(port), '--cluster-port', String(busPort)];
    return spawn(path, [...own, ...settings], { stdio: 'ignore' });
  }

  function at(index: number): Server {
    const server = servers[index];
    if (!server) throw new Error(`There is no server ${index}`);
    return server;
  }

  async function isWhole({ operator }: Server): Promise<boolean> {
    const info = String(await operator.call(['cluster', 'INFO']));
    return /cluster_state:ok/.test(info) && info.includes(`cluster_known_nodes:${servers.length}`);
  }

  async function becomeWhole(): Promise<void> {
    for (const server of servers) {
      await server.operator.ready(10_000);
      while (!(await isWhole(server))) await systemClock.sleep(20);
    }
  }

  async function meet(): Promise<void> {
    for (const [index, { operator }] of servers.entries()) {
      await operator.ready(10_000);
      await operator.call([
        'cluster',
        'ADDSLOTSRANGE',
        index * slotsEach,
        Math.min(slots, (index + 1) * slotsEach) - 1,
      ]);
      await operator.call(['cluster', 'SET-CONFIG-EPOCH', index + 1]);
    }
    for (const { port, busPort } of servers.slice(1))
      await at(0).operator.call(['cluster', 'MEET', '127.0.0.1', port, busPort]);
    await becomeWhole();
  }

  async function kill(index: number): Promise<void> {
    const { child } = at(index);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  async function addReplica(master: number): Promise<void> {
    const replica = await prepare(join(root, String(servers.length)));
    servers.push(replica);
    await replica.operator.ready(10_000);
    await at(0).operator.call(['cluster', 'MEET', '127.0.0.1', replica.port, replica.busPort]);
    await becomeWhole();
    await replica.operator.call(['cluster', 'REPLICATE', String(await at(master).operator.call(['cluster', 'MYID']))]);
    const said = async ({ operator }: Server) => String(await operator.call(['info', 'replication']));
    const offsetIn = (text: string) => /master_repl_offset:(\d+)/.exec(text)?.[1];
    for (;;) {
      const [mine, its] = [await said(replica), await said(at(master))];
      if (mine.includes('master_link_status:up') && offsetIn(mine) === offsetIn(its)) return;
      await systemClock.sleep(20);
    }
  }

  await meet();
  return {
    addReplica,
    urls: servers.map(({ port }) => `redis://127.0.0.1:${port}`),
    ask: (index, ...command) => at(index).operator.call(command),
    ownerOf: (slot) => Math.floor(slot / slotsEach),
    kill,
    async startAgain(index) {
      const server = at(index);
      server.child = run(server.folder, server.port, server.busPort);
      await becomeWhole();
    },
    async close() {
      for (const [index, { operator, child }] of servers.entries()) {
        operator.close();
        if (child.exitCode === null && child.signalCode === null) await kill(index);
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function operatorOf(port: number): RedisConnection {
  const url = `redis://127.0.0.1:${port}`;
  return openConnection({ target: { url }, name: 'operator', log: silentLog });
}
