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
    differs: 'differs from daily administrators',
    permanentRole: 'permanent role',
    drill: 'drill',
  },
  outcome: {
    passed: 'passed',
    failed: 'failed',
    notKnown: 'not known',
  },
  account: 'Account {{id}}',
  column: {
    check: 'Check',
    passed: 'Passed',
    failed: 'Failed',
    notKnown: 'Not known',
  },
  hidden:
    'Which accounts they are is for who has the permission {{permission}} for everyone.',
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
    cancel: 'Cancel',
    confirm: 'Record',
    done: 'The drill is on record.',
    failed: 'The drill could not be recorded: {{message}}',
  },
  nothing: 'Nothing has been read yet.',
} as const;
