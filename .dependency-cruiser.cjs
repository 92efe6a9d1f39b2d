// The arrows of the house: which folder may import which. Parts meet in the journal or are handed to each other by
// appliance.ts, so this table stays short. A new part gets a line here before it gets its first import.

// One driver, one folder.
const drivers = {
  ioredis: 'journal',
  'better-sqlite3': 'archive',
  'uWebSockets.js': 'live',
  '@homebridge': 'network',
  protobufjs: 'wire',
  fastify: 'http',
  '@fastify': 'http',
  typebox: '(http|wire)',
  'prom-client': 'http',
  commander: 'cli',
  'csv-parse': 'entries-import',
  mercurius: 'http',
  graphql: 'http',
  pusher: 'relay',
  pdfkit: 'printing',
  ws: '(http|simulator)',
};

// Whose code a part may run, beside src/domain and src/kit. Types of any part may be named: that is how a part says what
// appliance.ts has to hand it.
const parts = {
  access: ['config'],
  archive: ['journal', 'wire'],
  backup: ['archive', 'config', 'journal', 'sidecar', 'wire'],
  boards: ['wire'],
  config: [],
  doctor: ['config', 'journal', 'sidecar'],
  'entries-import': ['tables'],
  interchange: ['wire'],
  // Of live/ only the judgement of Host headers.
  http: [
    'access',
    'archive',
    'backup',
    'boards',
    'config',
    'entries-import',
    'intake',
    'interchange',
    'printing',
    'tables',
    'wire',
  ],
  intake: ['journal', 'wire'],
  journal: ['wire'],
  live: ['wire'],
  network: ['config'],
  nodes: ['access', 'config', 'intake', 'journal'],
  printing: ['interchange', 'wire'],
  publish: ['relay', 'wire'],
  relay: ['boards', 'config', 'wire'],
  service: ['config'],
  sidecar: ['config'],
  standby: ['access', 'config', 'journal', 'network'],
  simulator: ['wire'],
  tables: ['interchange', 'printing', 'publish', 'wire'],
  verify: ['archive', 'backup', 'journal', 'sidecar'],
  wire: [],
};

// These see everything: they put the parts together, measure them or try them.
const overseers = '^src/(main\\.ts|appliance\\.ts|standby-appliance\\.ts|starting/|cli/|demo/|bench/|testing/)';
const tests = '\\.(test|contract)\\.tsx?$';
const neverShipped = `(^src/(bench|testing)/|${tests})`;

const driverRules = Object.entries(drivers).map(([driver, folder]) => ({
  name: `only-${folder.replace(/\W+/g, '-').replace(/^-|-$/g, '')}-imports-${driver.replace('@', '')}`,
  severity: 'error',
  from: { path: '^(src|ui)/', pathNot: [`^src/${folder}/`, neverShipped] },
  to: { path: `node_modules/${driver.replace('.', '\\.')}/` },
}));

const partRules = Object.entries(parts).map(([part, friends]) => ({
  name: `${part}-imports-only-its-friends`,
  severity: 'error',
  from: { path: `^src/${part}/`, pathNot: neverShipped },
  to: {
    path: '^(src|ui)/',
    pathNot: `^src/(${[part, 'domain', 'kit', ...friends].join('|')})/`,
    dependencyTypesNot: ['type-only'],
  },
}));

module.exports = {
  forbidden: [
    ...driverRules,
    ...partRules,
    {
      name: 'only-ui-store-imports-pusher-js',
      severity: 'error',
      from: { path: '^(src|ui)/', pathNot: ['^ui/store/', neverShipped] },
      to: { path: 'node_modules/pusher-js/' },
    },
    {
      name: 'every-part-is-in-the-table',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: [overseers, `^src/(domain|kit|${Object.keys(parts).join('|')})/`] },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment: 'No clock, no I/O, no packages: time and ids come in as arguments.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: neverShipped },
      to: { pathNot: '^src/(domain/|kit/(result|invariant)\\.ts$)' },
    },
    {
      name: 'kit-is-a-leaf',
      severity: 'error',
      from: { path: '^src/kit/', pathNot: neverShipped },
      to: { path: '^(src|ui)/', pathNot: '^src/kit/' },
    },
    {
      name: 'overseers-are-not-imported',
      severity: 'error',
      from: { path: '^(src|ui)/', pathNot: [overseers, tests] },
      to: { path: overseers },
    },
    {
      name: 'ui-shares-only-domain-wire-and-kit',
      severity: 'error',
      from: { path: '^ui/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(domain|wire|kit)/' },
    },
    {
      name: 'screens-do-not-know-each-other',
      severity: 'error',
      from: { path: '^ui/(desk|tablet|board|home|follow)/', pathNot: tests },
      to: { path: '^ui/(desk|tablet|board|home|follow)/', pathNot: '^ui/$1/' },
    },
    {
      name: 'shipped-code-needs-no-development-packages',
      severity: 'error',
      from: { path: '^(src|ui)/', pathNot: neverShipped },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shipped-code-knows-no-tests',
      severity: 'error',
      from: { path: '^(src|ui)/', pathNot: neverShipped },
      to: { path: neverShipped },
    },
    {
      name: 'no-dynamic-import',
      comment:
        'The packaged file must see everything. Pages may: languages, and parts that come after the first words.',
      severity: 'error',
      from: { path: '^(src|ui)/', pathNot: [neverShipped, '^ui/(text/languages|[^/]+/later-parts)\\.ts$'] },
      to: { dynamic: true },
    },
    { name: 'no-circles', severity: 'error', from: { path: '^(src|ui)/' }, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: { path: '^(src|ui)/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/wire/gen/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
