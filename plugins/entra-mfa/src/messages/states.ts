/** What a page says when it has no figures, or none that can be trusted. */
export const states = {
  loading: 'Loading MFA registration',
  failed: {
    title: 'MFA registration could not be loaded',
    action:
      'Try again. If it keeps failing, give this message to whoever runs the portal.',
    notFound: 'Not found',
  },
  /** Of an address. */
  wrong: {
    title: '{{name}}: “{{value}}” is not one that this page knows',
    text: 'The address asks for it. What you see is without it.',
    day: 'The address asks for it. A day is written like 2026-11-21 and is not in the future; what you see is without it.',
    drop: 'Leave it out',
    address: 'This address cannot be answered',
    whole: 'Leave out everything it asks for',
    page: 'There is no page “{{value}}” here. This is the first one.',
    tenant: 'Leave the tenant out',
    noTeam: 'The catalog had no team {{ref}} when it was read.',
    name: {
      at: 'As of',
      from: 'From',
      to: 'To',
      kind: 'Kind',
      lifecycle: 'Lifecycle',
      mark: 'Worth knowing',
      method: 'Method',
      reason: 'Reason',
      role: 'Role',
      scopeClass: 'Not counted',
      scopeRule: 'Scope rule',
      sort: 'Sort',
      state: 'State',
      team: 'Team',
      tier: 'Strength',
      trend: 'Trend',
    },
  },
  beforeData: {
    title: 'There is nothing to show of {{date}}',
    text: 'What is kept of this begins on {{date}}. Choose that day or a later one.',
  },
  noPermission: {
    title: 'You may not see this',
    counts:
      'The figures need the permission {{permission}}. Ask whoever runs the portal to grant it to you.',
    people:
      'People by name need the permission {{permission}}. Ask whoever runs the portal to grant it to you; figures for teams are open to you.',
    compliance:
      'Controls need the permission {{permission}}. Ask whoever runs the portal to grant it to you.',
  },
  notConfigured: {
    title: 'No tenant is configured',
    intro: 'Four steps connect a Microsoft Entra tenant:',
    register:
      'Register an application in Microsoft Entra, and give it a client secret.',
    grant:
      'Give it the application permissions below, and let a Global Administrator or a Privileged Role Administrator grant admin consent.',
    configure:
      'Add the tenant id, client id and secret under entraMfa.tenants in app-config.yaml.',
    restart: 'Restart the portal. The first read starts at once.',
    permissions: 'What each data set needs',
    dataSet: 'Data set',
    permission: 'Permission',
    licence: 'Licence',
    why: 'Why',
    none: 'none',
  },
  consent: {
    open: "Open Microsoft's consent window",
    lists:
      'It asks for what the app registration lists: add a permission that is missing there first, under API permissions. Should it end with an error about a reply address, sync: that shows whether the consent was given.',
    neither:
      'If you are neither a Global Administrator nor a Privileged Role Administrator',
    neitherText:
      'Send this to one of them. Nobody else can grant admin consent.',
    request: 'The request',
    copy: 'Copy the request',
    copied: 'Copied',
    ask: 'Please grant admin consent to an app in Microsoft Entra, so that our developer portal can read who has registered for MFA. This takes a Global Administrator or a Privileged Role Administrator.',
    tenant: 'Tenant: {{tenant}}',
    app: 'App (client id): {{clientId}}',
    permissions:
      'Application permissions of Microsoft Graph, all only for reading: {{permissions}}. One that the app registration does not list has to be added first, under API permissions.',
    page: "Microsoft's page for it: {{url}}",
    setUp: 'Grant admin consent',
    setUpText:
      'With the two ids of the app registration, this opens the window for it. They are not stored.',
    tenantId: 'Directory (tenant) id',
    clientId: 'Application (client) id',
    notAnId: 'An id looks like 00000000-0000-0000-0000-000000000000.',
    cloud: 'Cloud',
    clouds: {
      global: 'Global',
      usGovernment: 'US Government',
      usGovernmentDoD: 'US Government DoD',
      china: 'China (21Vianet)',
    },
  },
  firstRun: {
    title: 'The first read is under way',
    waiting: 'The first read has not started yet. It starts by itself.',
    starting: 'The read is starting.',
    assessing:
      'Everything is read. People and teams are being counted; figures appear when that is done.',
    reading:
      '{{rows, number}} rows in {{pages, number}} pages read, now {{dataSet}}. Figures appear when the read is complete.',
    people: '{{people, number}} people read from the directory',
    peopleOf:
      '{{people, number}} of about {{expected, number}} people read from the directory',
    report:
      "{{rows, number}} rows read of Microsoft's report, of about {{expected, number}}",
    timeLeft: 'about {{age}} left',
    timeLeftAtLeast: 'at least {{age}} left',
    timeLeftShort: 'less than a minute left',
    started: 'started {{age}} ago',
    paused:
      'waited {{seconds}} s in all, to keep to the pace of Microsoft Graph',
    failing: 'The first read has not succeeded yet',
  },
  stale: {
    title: 'These figures are old',
    notRead: 'They were read {{age}} ago, and count as stale after {{limit}}.',
    reportOld:
      'Microsoft’s report is {{age}} old, and counts as stale after {{limit}}.',
    notMet: 'No control counts as met on them.',
  },
  disconnected: {
    title: '{{tenant}} is disconnected since {{since}}',
    text: 'These figures are of {{day}}. Nothing is read any more.',
    never: 'Nothing was read before, so there is nothing to show.',
    connection: 'Its connection',
    former: 'Tenants that were connected',
    mark: '{{tenant}} (disconnected)',
  },
  past: {
    text: 'As of {{date}}: snapshot {{number}} of {{read}}, by rules {{rules}}.',
    back: 'Back to now',
  },
  problem: {
    title: 'The data needs attention',
    since: 'since {{age}}',
  },
} as const;
