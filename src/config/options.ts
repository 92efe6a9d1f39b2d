// THE table of settings: it feeds the command line's flags, --help, the environment, `tenring check` and README. A setting that is not
// here does not exist. Flags win over the environment, the environment over the default.

export interface OptionRow {
  readonly name: string;
  readonly flag: string;
  readonly env: string;
  readonly kind: 'text' | 'number' | 'switch' | 'list';
  readonly fallback: string | number | boolean | undefined;
  readonly unit?: string;
  readonly lowest?: number;
  readonly highest?: number;
  readonly choices?: readonly string[];
  /** Never printed, in no log and no help. */
  readonly secret?: boolean;
  readonly doc: string;
}

export const options = [
  {
    name: 'data',
    flag: '--data <folder>',
    env: 'TENRING_DATA',
    kind: 'text',
    fallback: 'tenring-data',
    doc: 'folder that holds everything: journal, archive, access; tenring-demo with --demo',
  },
  {
    name: 'host',
    flag: '--host <address>',
    env: 'TENRING_HOST',
    kind: 'text',
    fallback: '0.0.0.0',
    doc: 'address to listen on; 127.0.0.1 keeps it to this machine',
  },
  {
    name: 'port',
    flag: '--port <number>',
    env: 'TENRING_PORT',
    kind: 'number',
    fallback: 8000,
    lowest: 0,
    highest: 65535,
    doc: 'port of the pages (HTTP)',
  },
  {
    name: 'realtimePort',
    flag: '--realtime-port <number>',
    env: 'TENRING_REALTIME_PORT',
    kind: 'number',
    fallback: 8001,
    lowest: 0,
    highest: 65535,
    doc: 'port of the live connections (WebSocket)',
  },
  {
    name: 'redis',
    flag: '--redis <url>',
    env: 'TENRING_REDIS',
    kind: 'text',
    fallback: undefined,
    secret: true,
    doc: 'use this Redis instead of the built-in one (put a password into the environment, not into the flag)',
  },
  {
    name: 'redisMemory',
    flag: '--redis-memory <megabytes>',
    env: 'TENRING_REDIS_MEMORY',
    kind: 'number',
    fallback: undefined,
    unit: 'MB',
    lowest: 64,
    highest: 2500,
    doc: 'memory limit of the built-in Redis; a quarter of the machine by default',
  },
  {
    name: 'tls',
    flag: '--tls',
    env: 'TENRING_TLS',
    kind: 'switch',
    fallback: false,
    doc: 'answer over https too, with a certificate of this appliance’s own authority, or with --tls-cert',
  },
  {
    name: 'tlsCert',
    flag: '--tls-cert <file>',
    env: 'TENRING_TLS_CERT',
    kind: 'text',
    fallback: undefined,
    doc: 'certificate of your own (PEM, with its chain); needs --tls-key, implies --tls',
  },
  {
    name: 'tlsKey',
    flag: '--tls-key <file>',
    env: 'TENRING_TLS_KEY',
    kind: 'text',
    fallback: undefined,
    doc: 'its private key (PEM)',
  },
  {
    name: 'tlsPort',
    flag: '--tls-port <number>',
    env: 'TENRING_TLS_PORT',
    kind: 'number',
    fallback: 8443,
    lowest: 0,
    highest: 65535,
    doc: 'port of the pages over https',
  },
  {
    name: 'tlsRealtimePort',
    flag: '--tls-realtime-port <number>',
    env: 'TENRING_TLS_REALTIME_PORT',
    kind: 'number',
    fallback: 8444,
    lowest: 0,
    highest: 65535,
    doc: 'port of the live connections over https',
  },
  {
    name: 'mdns',
    flag: '--mdns <name>',
    env: 'TENRING_MDNS',
    kind: 'text',
    fallback: 'tenring',
    doc: 'name under which the network finds this appliance (NAME.local); off announces nothing',
  },
  {
    name: 'nodeMemory',
    flag: '--node-memory <megabytes>',
    env: 'TENRING_NODE_MEMORY',
    kind: 'number',
    fallback: undefined,
    unit: 'MB',
    lowest: 128,
    highest: 3072,
    doc: 'memory limit of Tenring itself; sized to the machine by default',
  },
  {
    name: 'backupTo',
    flag: '--backup-to <folder>',
    env: 'TENRING_BACKUP_TO',
    kind: 'text',
    fallback: undefined,
    doc: 'folder, on a USB stick say, that gets a backup regularly',
  },
  {
    name: 'backupEvery',
    flag: '--backup-every <minutes>',
    env: 'TENRING_BACKUP_EVERY',
    kind: 'number',
    fallback: 15,
    unit: 'minutes',
    lowest: 1,
    highest: 1440,
    doc: 'how often it does',
  },
  {
    name: 'backupKeep',
    flag: '--backup-keep <number>',
    env: 'TENRING_BACKUP_KEEP',
    kind: 'number',
    fallback: 24,
    lowest: 1,
    highest: 10000,
    doc: 'how many of these backups are kept',
  },
  {
    name: 'allowedHosts',
    flag: '--allowed-host <name...>',
    env: 'TENRING_ALLOWED_HOSTS',
    kind: 'list',
    fallback: undefined,
    doc: 'host names, beside addresses and *.local, under which browsers may reach this appliance',
  },
  {
    name: 'logLevel',
    flag: '--log-level <level>',
    env: 'TENRING_LOG_LEVEL',
    kind: 'text',
    fallback: 'info',
    choices: ['debug', 'info', 'warn', 'error'],
    doc: 'how much to log',
  },
  {
    name: 'demo',
    flag: '--demo',
    env: 'TENRING_DEMO',
    kind: 'switch',
    fallback: false,
    doc: 'run an invented competition that simulated tablets score, in a folder of its own',
  },
  {
    name: 'demoArchers',
    flag: '--demo-archers <number>',
    env: 'TENRING_DEMO_ARCHERS',
    kind: 'number',
    fallback: 96,
    lowest: 4,
    highest: 2000,
    doc: 'archers in the demo',
  },
  {
    name: 'demoMinutes',
    flag: '--demo-minutes <number>',
    env: 'TENRING_DEMO_MINUTES',
    kind: 'number',
    fallback: 12,
    unit: 'minutes',
    lowest: 1,
    highest: 600,
    doc: 'how long the demo takes for its whole day',
  },
] as const satisfies readonly OptionRow[];

export type OptionName = (typeof options)[number]['name'];
