/** Words of the KPI page's first screen. */
export const overview = {
  sentence: {
    registered:
      '{{covered, number}} of {{counted, number}} people in scope have registered a strong method.',
    capable:
      '{{covered, number}} of {{counted, number}} people in scope can use MFA: a strong method is registered and the methods policy allows it.',
    aside:
      '{{unknown, number}} not known and {{exempt, number}} exempt count neither way.',
    asideUnknown: '{{unknown, number}} not known count neither way.',
    asideExempt: '{{exempt, number}} exempt count neither way.',
    nobody: 'Nobody in scope counts yet.',
  },
  figure: { registered: 'registered', capable: 'MFA capable' },
  short_one: '{{count, number}} person short',
  short_other: '{{count, number}} people short',
  met: 'target met',
  whatCounts: 'What counts?',
  whatCountsText:
    'Coverage is covered people out of covered and uncovered people in scope, cut off to one decimal and never rounded up. Registered means that Microsoft reports a method usable for MFA; a phone counts, email and security questions do not. Not known and exempt people count neither way. Registration shows that people can use MFA, not that it is required.',
  health: {
    healthy: 'Healthy',
    needsAttention: 'Needs attention',
    firstRun: 'First read under way',
    notConfigured: 'Not configured',
  },
  read: 'read {{age}} ago',
  report: "Microsoft's report is {{age}} old",
  next: 'next {{time}}',
  neverRead: 'not read yet',
  reading: 'reading now: {{rows, number}} rows {{dataSet}}',
  tabs: {
    label: 'Views',
    overview: 'Overview',
    teams: 'Teams',
    people: 'People',
    data: 'Data',
  },
  controls: {
    tenant: 'Tenant',
    asOf: 'as of',
    sync: 'Sync now',
    syncStarted: 'Sync started. Figures follow when it is complete.',
    syncFailed: 'The sync could not be started: {{message}}',
  },
  registered: {
    title: { registered: 'Registered', capable: 'MFA capable' },
    hint: '{{value, number}} {{state}}: open the list',
    capableLine: 'MFA capable {{figure}}',
    registeredLine: 'Registered {{figure}}',
    notAllowed: '{{value, number}} registered, method not allowed by policy',
  },
  gap: {
    title: 'Where the gap is',
    count: '{{uncovered, number}} of {{people, number}}',
    half_one: '{{count}} team holds half of the gap',
    half_other: '{{count}} teams hold half of the gap',
    allTeams: 'All teams',
    none: 'No team has a gap.',
    noTeams:
      'No team has people from this tenant yet. Teams come from the catalog: check that its groups have members.',
  },
  trend: {
    title: 'Trend',
    date: 'Date',
    coverage: 'Coverage',
    label:
      'Coverage from {{from}} to {{to}}: {{first}} to {{last}}, {{target}}',
    empty: 'A trend needs two reads on different days.',
    change: '{{change}} points since {{from}}',
  },
  strength: {
    title: 'How strong',
    everyone: 'everyone',
    privileged: 'privileged',
    note: 'One tier a person: the strongest method counts.',
    segment: '{{tier}}: {{value, number}}',
  },
  methods: {
    title: 'Methods',
    method: 'Method',
    tier: 'Strength',
    people: 'People',
    note: 'A person can have several, so these add up to more than the people.',
    none: 'Nobody in scope has registered a method.',
  },
  notCounted: {
    title: 'Who is not counted',
    directory: 'Directory',
    inScopeLabel: 'in scope',
    notInCatalog: 'in scope but not in the catalog',
    catalogUsers: 'catalog users not in Entra',
    rows: 'report rows without a person',
    beside: 'Beside the sum:',
  },
} as const;
