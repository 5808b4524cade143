// The walls of the house: what docs/architecture.md says of packages and rooms, checked by `yarn walls`.

const backend = 'plugins/entra-mfa-backend/src';
const pages = 'plugins/entra-mfa/src';

/** Which other rooms each room of the backend may import, types too. */
const rooms = {
  collectors: [],
  packed: [],
  problems: [],
  assess: ['collectors'],
  config: ['assess', 'collectors'],
  credentials: ['config', 'problems'],
  graph: ['collectors', 'config', 'credentials', 'problems'],
  catalog: ['collectors', 'graph'],
  store: ['assess', 'collectors', 'packed'],
  collect: ['assess', 'collectors', 'graph', 'packed', 'problems', 'store'],
  evaluate: [
    ...['assess', 'collect', 'collectors'],
    ...['packed', 'problems', 'store'],
  ],
  connections: ['collectors', 'config', 'credentials', 'problems', 'store'],
  evidence: ['config', 'store'],
  sealing: ['config', 'credentials', 'store'],
  controls: ['assess', 'collectors', 'config', 'evaluate', 'store'],
  report: ['assess'],
  notifications: ['assess', 'config', 'credentials', 'problems', 'store'],
  reminders: ['assess', 'config', 'notifications', 'problems', 'store'],
  sinks: [
    ...['assess', 'collectors', 'config', 'connections', 'problems', 'store'],
  ],
  sync: [
    ...['assess', 'catalog', 'collect', 'collectors', 'config', 'controls'],
    ...['credentials', 'evaluate', 'graph', 'problems', 'store'],
  ],
  // What they ask goes through the API; the table of routes alone says who is offered what.
  actions: ['service'],
  service: [
    ...['assess', 'collectors', 'config', 'connections', 'credentials'],
    ...[
      'evaluate',
      'evidence',
      'graph',
      'problems',
      'reminders',
      'report',
      'sealing',
      'store',
      'sync',
    ],
  ],
};

/** The same within the store. What people decide has a room each: they may import these and each other. */
const storeRooms = {
  sql: [],
  asOf: ['sql'],
  run: ['asOf', 'sql'],
  read: ['asOf', 'sql'],
  evidence: ['asOf', 'sql'],
  evaluate: ['asOf', 'evidence', 'hold', 'read', 'run', 'sql'],
};

/** What every room of the pages stands on, in the order in which they stand on each other. */
const base = ['navigation', 'api', 'messages', 'components', 'states'];

/** Walls of the pages: a tab may show parts of others, and the shell, `page`, is above them all. */
const pageRooms = {
  navigation: [],
  api: ['navigation'],
  messages: ['navigation'],
  components: ['navigation', 'api', 'messages'],
  states: base,
  breakglass: base,
  controls: base,
  assessments: [...base, 'controls', 'remediation'],
  erasure: base,
  evidence: base,
  hold: base,
  policies: base,
  reviews: base,
  risk: base,
  roles: base,
  services: base,
  teams: base,
  mine: [...base, 'teams'],
  remediation: [...base, 'teams'],
  reminders: [...base, 'teams'],
  catalog: base,
  changes: [...base, 'teams'],
  month: [...base, 'changes', 'teams'],
  exceptions: [...base, 'teams'],
  whatif: [...base, 'teams'],
  data: [...base, 'hold'],
  connections: [...base, 'data', 'hold'],
  overview: [
    ...base,
    ...['breakglass', 'changes', 'mine', 'policies', 'risk', 'roles'],
  ],
  people: [
    ...base,
    ...['changes', 'erasure', 'exceptions', 'mine', 'policies', 'risk'],
    ...['roles', 'services', 'teams'],
  ],
  cards: [
    ...base,
    ...['changes', 'controls', 'exceptions', 'mine', 'overview', 'people'],
    ...['risk', 'services', 'teams'],
  ],
  kpi: [...base, 'cards', 'controls', 'teams'],
  legacy: [...base, 'page'],
  page: [
    ...base,
    ...['assessments', 'breakglass', 'changes', 'connections', 'controls'],
    ...['data', 'evidence', 'exceptions', 'hold', 'mine', 'month'],
    ...['overview', 'people', 'remediation', 'reminders', 'reviews', 'roles'],
    ...['services', 'teams', 'whatif'],
  ],
};

function wallsOf(folder, all) {
  return Object.entries(all).map(([room, others]) => ({
    name: `${room} imports only ${others.join(', ') || 'itself'}`,
    severity: 'error',
    from: { path: `^${folder}/${room}/`, pathNot: ['\\.test\\.tsx?$'] },
    to: {
      path: `^${folder}/`,
      pathNot: [
        ...[room, ...others].map(one => `^${folder}/${one}/`),
        // The store's own walls are below; it may import other rooms of the backend.
        ...(folder === backend ? [] : [`^${backend}/(?!store/)`]),
      ],
    },
  }));
}

const none = (name, from, to) => ({ name, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // A history of the attack gives itself to its steps.
    none(
      'no circle',
      { pathNot: `^plugins/entra-mfa-backend/attack/` },
      { circular: true },
    ),
    ...wallsOf(backend, rooms),
    ...wallsOf(`${backend}/store`, storeRooms),
    ...wallsOf(pages, pageRooms),
    none(
      'each room of the pages has its walls above',
      { path: `^${pages}/(?!(${Object.keys(pageRooms).join('|')})/)[^/]+/` },
      {},
    ),
    none(
      'the rules know no database, no portal and no time',
      { path: `^${backend}/assess/`, pathNot: '\\.test\\.ts$' },
      { path: 'node_modules/(knex|express|@backstage)/' },
    ),
    none(
      'only tests use the simulator',
      {
        path: '^plugins/',
        pathNot: '(\\.test\\.tsx?$|__testUtils__|/bench/|/attack/)',
      },
      { path: '^packages/entra-simulator/' },
    ),
    none(
      'the simulator stands alone',
      { path: '^packages/entra-simulator/' },
      { path: '^plugins/' },
    ),
    none(
      'what both sides share imports neither',
      { path: '^plugins/entra-mfa-common/' },
      { path: '^plugins/(?!entra-mfa-common/)' },
    ),
    none(
      'the format of evidence stands alone',
      { path: '^plugins/entra-mfa-evidence/src/' },
      {
        path: [
          '^plugins/(?!entra-mfa-evidence/)',
          'node_modules/(@backstage|knex)/',
        ],
      },
    ),
    none(
      'one module of the pages knows the router',
      {
        path: `^${pages}/`,
        pathNot: ['\\.test\\.tsx?$', `^${pages}/navigation/router\\.ts$`],
      },
      { path: 'node_modules/react-router' },
    ),
    none(
      'the pages do not import the backend',
      { path: `^${pages}/` },
      {
        path: '^plugins/(entra-mfa-backend|entra-mfa-evidence|entra-mfa-node|catalog-|scaffolder-|tech-insights-|scorecard-)',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['backstage', 'import', 'require', 'types', 'default'],
      mainFields: ['main', 'module', 'types'],
    },
  },
};
