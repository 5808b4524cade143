/** What a page says when it has no figures, or none that can be trusted. */
export const states = {
  loading: 'Loading MFA registration',
  failed: {
    title: 'MFA registration could not be loaded',
    action:
      'Try again. If it keeps failing, give this message to whoever runs the portal.',
    notFound: 'Nothing is known here',
  },
  noPermission: {
    title: 'You may not see this',
    counts:
      'The figures need the permission {{permission}}. Ask whoever runs the portal to grant it to you.',
    people:
      'People by name need the permission {{permission}}. Ask whoever runs the portal to grant it to you; figures for teams are open to you.',
  },
  notConfigured: {
    title: 'No tenant is configured',
    intro: 'Four steps connect a Microsoft Entra tenant:',
    register:
      'Register an application in Microsoft Entra, and give it a client secret.',
    grant:
      'Give it the application permissions below, and let a Global Administrator grant admin consent.',
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
  firstRun: {
    title: 'The first read is under way',
    waiting: 'The first read has not started yet. It starts by itself.',
    reading:
      '{{rows, number}} rows in {{pages, number}} pages read, now {{dataSet}}. Figures appear when the read is complete.',
    expected: '{{rows, number}} of about {{expected, number}} rows',
    timeLeft: 'about {{age}} left',
    started: 'started {{age}} ago',
    paused: 'paused {{seconds}} s because Microsoft Graph asked to slow down',
    failing: 'The first read has not succeeded yet',
  },
  stale: {
    title: 'These figures are old',
    text: 'They were read {{age}} ago, and count as stale after {{limit}}. No control counts as met on them.',
  },
  past: {
    text: 'As of {{date}}, snapshot {{number}} of {{read}}.',
    back: 'Back to now',
  },
  problem: {
    title: 'The data needs attention',
    since: 'since {{age}}',
  },
} as const;
