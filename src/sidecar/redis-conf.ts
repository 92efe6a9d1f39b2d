// The settings that Tenring's own Redis runs with, as the text of a redis.conf.

export interface ConfSettings {
  readonly folder: string;
  readonly socketPath: string;
  readonly pidPath: string;
  readonly maxMemoryMegabytes: number;
}

/** What nobody here has a use for and what could lose or leak everything. Stopping is SIGTERM's business. */
const disabledCommands = [
  'FLUSHALL',
  'FLUSHDB',
  'CONFIG',
  'DEBUG',
  'SHUTDOWN',
  'MODULE',
  'REPLICAOF',
  'SLAVEOF',
  'MIGRATE',
];

export function redisConf({ folder, socketPath, pidPath, maxMemoryMegabytes }: ConfSettings): string {
  return `# Written by Tenring at every start: changes here are lost.
port 0
unixsocket ${quoted(socketPath)}
unixsocketperm 700
timeout 0
dir ${quoted(folder)}
pidfile ${quoted(pidPath)}
daemonize no
supervised no
logfile ""
loglevel notice
always-show-logo no
databases 1

# Acknowledged means on disk. A cut-off tail is what a power cut leaves, and was never acknowledged.
appendonly yes
appendfsync always
no-appendfsync-on-rewrite no
aof-load-truncated yes
auto-aof-rewrite-min-size 32mb
save ""

# Only keys with a time to live may be evicted. The journal has none: when memory is full, writes are refused.
maxmemory ${maxMemoryMegabytes}mb
maxmemory-policy volatile-lru

${disabledCommands.map((command) => `rename-command ${command} ""`).join('\n')}
`;
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&')}"`;
}
