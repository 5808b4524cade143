/** Words of the KPI page's first screen. */
export const overview = {
  sentence: {
    registered:
      '{{covered, number}} of {{counted, number}} people counted have registered a strong method.',
    capable:
      '{{covered, number}} of {{counted, number}} people counted can use MFA: a strong method is registered and the methods policy allows it.',
    aside:
      'Of {{inScope, number}} in scope, {{unknown, number}} not known and {{exempt, number}} exempt count neither way.',
    asideUnknown:
      'Of {{inScope, number}} in scope, {{unknown, number}} not known count neither way.',
    asideExempt:
      'Of {{inScope, number}} in scope, {{exempt, number}} exempt count neither way.',
    nobody: 'Nobody in scope counts yet.',
  },
  figure: { registered: 'registered', capable: 'MFA capable' },
  fromMethods: {
    title: 'From each person’s methods; Microsoft’s report needs Entra ID P1.',
    capable: 'MFA capable: not known for this tenant',
  },
  short_one: '{{count, number}} person short',
  short_other: '{{count, number}} people short',
  met: 'target met',
  whatCounts: {
    title: 'What counts?',
    others: 'MFA capable by other counts: {{counts}}',
    figure: 'The figure',
    figureText: {
      registered:
        'The people in scope of whom Microsoft reports a registered strong method, out of those covered and uncovered. Cut off to one decimal, never rounded up. Not known and exempt people count neither way. It shows that people can use MFA, not that it is required.',
      capable:
        'The people in scope who have registered a strong method that the methods policy allows, as Microsoft reports it, out of those covered and uncovered. Cut off to one decimal, never rounded up. Not known and exempt people count neither way. It shows that people can use MFA, not that it is required.',
    },
    methods: 'Strong methods',
    methodsText:
      'Phone (SMS or voice call), Microsoft Authenticator, one-time codes of an app or a hardware token, passkeys and FIDO2 security keys, Windows Hello for Business, and the platform credential of a Mac. Email, security questions and passwords are none. People with only an external method are not known: Microsoft’s report leaves it out.',
    other: 'Other numbers you may meet',
    cis: 'CIS {{figure}} of {{of, number}}',
    microsoft: 'Microsoft {{figure}} of {{of, number}}',
    microsoftText:
      '{{figure}} is Microsoft’s own count of MFA capable accounts: {{capable, number}} of {{users, number}} that are not blocked, whether or not they are in scope here.',
    readsOnly: 'Reads only',
    readsOnlyText:
      'These pages read what Microsoft reports. They do not configure MFA and change nothing in Entra.',
  },
  health: {
    healthy: 'Healthy',
    needsAttention: 'Needs attention',
    firstRun: 'First read under way',
    notConfigured: 'Not configured',
    disconnected: 'Disconnected',
  },
  read: 'read {{age}} ago',
  report: "Microsoft's report is {{age}} old",
  reportUndated: "the age of Microsoft's report is not known",
  next: 'next {{time}}',
  due: 'due since {{time}}',
  neverRead: 'not read yet',
  reading: 'reading now: {{rows, number}} rows {{dataSet}}',
  tabs: {
    label: 'Views',
    overview: 'Overview',
    teams: 'Teams',
    people: 'People',
    services: 'Services',
    changes: 'Changes',
    compliance: 'Compliance',
    controls: 'Controls',
    assessments: 'Assessments',
    reviews: 'Reviews',
    exceptions: 'Exceptions',
    breakGlass: 'Break-glass',
    evidence: 'Evidence',
    reminders: 'Reminders',
    connections: 'Connections',
  },
  /** Beside the title of a tab. */
  tabCount: {
    requests_one: '{{count, number}} waits for you',
    requests_other: '{{count, number}} wait for you',
    connections_one: '{{count, number}} connection needs attention',
    connections_other: '{{count, number}} connections need attention',
  },
  controls: {
    tenant: 'Tenant',
    asOf: 'as of',
    sync: 'Sync now',
    syncRuns: 'Sync is running.',
    syncAll: 'Everything is read; people and teams are being counted.',
    syncReads: 'Reading {{dataSet}}.',
    syncPeople_one: '{{count, number}} person read.',
    syncPeople_other: '{{count, number}} people read.',
    syncPeopleOf:
      '{{people, number}} of about {{expected, number}} people read.',
    syncPublished: 'Snapshot {{number}} is published.',
    syncChanged: 'Snapshot {{number}} is published: {{changes}}.',
    syncUnchanged: 'Snapshot {{number}} is published: nobody changed.',
    syncEnded: 'The sync has ended, and published nothing: {{problem}}',
    syncEndedNoReason: 'The sync has ended, and published nothing.',
    syncClose: 'Close this message',
    syncStarted: 'Sync started. Figures follow when it is complete.',
    syncFailed: 'The sync could not be started: {{message}}',
  },
  registered: {
    title: { registered: 'Registered', capable: 'MFA capable' },
    hint: '{{value, number}} {{state}}: open the list',
    part: '{{value, number}} {{state}}',
    capableLine:
      'MFA capable {{figure}}: {{covered, number}} of {{counted, number}}',
    registeredLine:
      'Registered {{figure}}: {{covered, number}} of {{counted, number}}',
    notAllowed: '{{value, number}} registered, method not allowed by policy',
    unknown: '{{value, number}} not known',
    ofThem: ', of them',
  },
  gap: {
    title: 'Where the gap is',
    count: '{{uncovered, number}} of {{people, number}}',
    open: '{{figure}} of {{title}}: {{state}}',
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
    empty: {
      none: 'Two more syncs on different days and there will be a line.',
      one: 'One more sync on another day and there will be a line.',
      short:
        'Fewer than two days were read in this time. A longer one has a line.',
    },
    change: '{{change}} points since {{from}}',
    period: 'Days shown',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    choose: 'A day opens these pages as of it.',
    forecast: '{{day}}: {{figure}} at this pace, between {{low}} and {{high}}',
    forecastRange: '{{day}}: between {{low}} and {{high}} at this pace',
    notes: 'What was different',
    note: {
      settings: 'rules changed (other settings)',
      code: 'rules changed (another version of the plugin’s rules)',
      joined_one: '{{count, number}} person joined the scope',
      joined_other: '{{count, number}} people joined the scope',
      left_one: '{{count, number}} person left the scope',
      left_other: '{{count, number}} people left the scope',
    },
    threshold:
      'Noted: other rules, and {{share}} more or fewer people in scope than on the day read before, at least {{people, number}}.',
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
    counted: 'In scope, and counted as people are:',
    mailbox_one: 'shared mailbox that people can sign in to',
    mailbox_other: 'shared mailboxes that people can sign in to',
    rules: {
      title: 'Scope rules',
      people_one: '{{count, number}} person',
      people_other: '{{count, number}} people',
      owned: '{{reason}} · owner {{owner}}',
      privileged_one: '{{count, number}} of them is privileged',
      privileged_other: '{{count, number}} of them are privileged',
      groupNotRead:
        'Its group was not read, so that it leaves no one out: whom it is meant for counts here.',
    },
  },
} as const;
