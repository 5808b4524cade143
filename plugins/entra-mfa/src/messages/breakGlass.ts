/** Words of the register of emergency access accounts. */
export const breakGlass = {
  title: 'Break-glass accounts',
  note: 'For when nobody else can sign in. Never part of the figure.',
  findings: 'Findings',
  fine_one: '{{count}} account passes every check.',
  fine_other: 'All {{count}} accounts pass every check.',
  finding: {
    tooFew:
      '{{value, number}} of at least 2 break-glass accounts are configured: add their object ids to entraMfa.breakGlassIds.',
    failing:
      '{{value, number}} of {{configured, number}} accounts fail a check.',
    notKnown:
      'Of {{value, number}} of {{configured, number}} accounts not everything is known.',
  },
  check: {
    exists: 'exists',
    enabled: 'enabled',
    cloudOnly: 'cloud only',
    ownMethod: 'method of its own',
    phishingResistant: 'phishing-resistant',
    differs: 'differs from daily administrators',
    permanentRole: 'permanent role',
    drill: 'drill',
  },
  /** What a check found. */
  found: {
    exists: 'The directory has the account.',
    missing:
      'The directory has no account with this object id: correct entraMfa.breakGlassIds, or make the account again.',
    noAccount: 'There is no such account.',
    enabled: 'The account is enabled.',
    disabled: 'The account is disabled: it lets nobody in.',
    enabledNotTold: 'The directory does not say whether it is enabled.',
    cloudOnly: 'The account lives in the cloud alone.',
    synchronised:
      'The account is synchronised from an on-premises directory, and fails with it.',
    methods: 'Registered: {{kinds}} ({{tier}}).',
    phoneOnly:
      'Only a phone is registered, which is not a method of its own: register a security key.',
    noMethod: 'No method usable for MFA is registered.',
    phishingResistant: 'Has a phishing-resistant method.',
    notPhishingResistant:
      'No phishing-resistant method is registered (best: {{tier}}): register a passkey, a security key or a certificate.',
    noRow: 'The registration report has no row of the account.',
    reportNotRead: 'The registration report has not been read.',
    differs: 'Does not rest on {{kind}}, as most daily administrators do.',
    same: 'Rests on {{kind}} alone, as most daily administrators do: register another kind of method.',
    nothingToCompare: 'No method of its own is known to compare.',
    noDailyMethod:
      'Which method the daily administrators use is not known: no privileged person in scope has one.',
    permanent: 'Holds Global Administrator permanently.',
    activeAndEligible:
      'Global Administrator is active and eligible too: it may be active for a while only.',
    eligibleOnly:
      'Only eligible for Global Administrator: it has to be activated first.',
    noRole: 'Does not hold Global Administrator.',
    rolesNotRead: 'Role assignments have not been read.',
    groupsNotRead:
      'Does not hold Global Administrator itself; members of groups have not been read.',
    drillRecent: 'The last drill was on {{date}}.',
    drillOverdue:
      'The last drill was {{days, number}} days ago, on {{date}}: another one is due.',
    noDrill:
      'No drill is on record: sign in with the account, then record the day.',
  },
  /** Methods that fail together. */
  kind: {
    phone: 'phone',
    microsoftAuthenticator: 'Microsoft Authenticator',
    softwarePasscode: 'software one-time passcode',
    hardwarePasscode: 'hardware one-time passcode',
    securityKey: 'security key or passkey',
    syncedPasskey: 'synced passkey',
    windowsHello: 'Windows Hello',
    macOs: 'macOS platform credential',
    certificate: 'certificate',
  },
  outcome: {
    passed: 'passed',
    failed: 'failed',
    notKnown: 'not known',
  },
  account: 'Account {{id}}',
  matrix: {
    title: 'Checks by account',
    cell: '{{outcome}}: {{check}}, {{account}}',
    open: 'Show what each check found',
    close: 'Hide what each check found',
  },
  column: {
    check: 'Check',
    passed: 'Passed',
    failed: 'Failed',
    notKnown: 'Not known',
  },
  hidden:
    'Only people with the permission {{permission}} for everyone can see which accounts these are.',
  drills: {
    title: 'Drills',
    none: 'No drill is on record.',
    by: '{{date}}, recorded by {{by}}',
    every_one: 'A drill is due every {{count}} day.',
    every_other: 'A drill is due every {{count}} days.',
  },
  record: {
    open: 'Record a drill',
    title: 'Record a drill of {{account}}',
    text: 'Say on which day somebody signed in with the account. It is kept with your name and cannot be changed.',
    on: 'Day',
    note: 'Note',
    confirm: 'Record',
    done: 'The drill is on record.',
  },
  nothing: 'Nothing has been read yet.',
} as const;
