/** Words of the cards on entity pages and on the home page. */
export const cards = {
  group: {
    title: 'MFA in this team',
    count: '{{covered, number}} of {{counted, number}} registered',
    countCapable: '{{covered, number}} of {{counted, number}} MFA capable',
    notRegistered: 'Not registered',
    notCapable: 'Not MFA capable',
    everyone_one: 'The one person of this team is registered.',
    everyone_other: 'All {{count, number}} people are registered.',
    everyoneCapable_one: 'The one person of this team is MFA capable.',
    everyoneCapable_other: 'All {{count, number}} people are MFA capable.',
    nobody: 'Nobody in this team is known to Microsoft Entra and in scope.',
    onlyExempt_one: 'The one person in scope is exempt.',
    onlyExempt_other: 'All {{count, number}} people in scope are exempt.',
    onlyUnknown_one: '{{count, number}} person is not known yet.',
    onlyUnknown_other: '{{count, number}} people are not known yet.',
    unknown_one: '{{count, number}} more is not known',
    unknown_other: '{{count, number}} more are not known',
    more: 'See all {{value, number}}',
    new_one: 'new, {{count}} day',
    new_other: 'new, {{count}} days',
    since: 'since {{date}}',
    hidden_one: '{{count, number}} person is not registered.',
    hidden_other: '{{count, number}} people are not registered.',
    hiddenCapable_one: '{{count, number}} person is not MFA capable.',
    hiddenCapable_other: '{{count, number}} people are not MFA capable.',
    whoMay: 'Names are visible to people with {{permission}} for this team.',
    phoneOnly_one:
      '{{count, number}} more only has a phone: blocked from {{date}}',
    phoneOnly_other:
      '{{count, number}} more only have a phone: blocked from {{date}}',
    onlyPhone_one: '{{count, number}} only has a phone: blocked from {{date}}',
    onlyPhone_other:
      '{{count, number}} only have a phone: blocked from {{date}}',
    subTeams: 'Sub-teams:',
    subTeamsTitle: 'Sub-teams',
    subTeam: '{{covered, number}} of {{counted, number}}',
    seeAll: 'See all',
    howTo: 'How to register',
    unknownTeam:
      'This team is not in the last read. It appears after the next one.',
    course:
      'Coverage from {{from}} to {{to}}: {{first}} to {{last}}, between {{low}} and {{high}}, {{target}}',
    courseText: '{{change}} points from {{first}} on {{from}}',
    label: 'MFA coverage of {{title}}: {{figure}}, {{target}}',
  },
  user: {
    title: 'MFA registration',
    mine: {
      covered: 'You have registered a strong method. Nothing to do.',
      uncovered:
        'You have not registered a method that is strong enough for MFA. Register one now: it takes a few minutes.',
      unknown:
        'Your registration is not known: {{reason}}. You can check your methods yourself.',
      exempt: 'You are exempt for now: {{reason}}.',
      outOfScope: 'Your account is not counted: {{reason}}.',
    },
    notAllowed:
      'Your method is registered, but the methods policy does not allow it. Register another one.',
    phoneOnlyStill:
      'Your only method is a phone. Register an app or a passkey as well: both are stronger.',
    phoneOnly:
      'Your only method is a phone. Microsoft stops its SMS and voice on {{date}}; register an app or a passkey before then.',
    windowsHelloOnly:
      'Your only method is Windows Hello, which is tied to one PC. Register a second one.',
    register: 'Register a method',
    manage: 'Open security info',
    state: 'State',
    tier: 'Strength',
    since: 'Since',
    notInEntra: 'Microsoft Entra does not know this user.',
    details: 'Details',
  },
  home: {
    title: 'MFA registration',
    description: 'Who has registered for MFA, against the target',
    open: 'Open',
  },
  kpi: {
    title: 'MFA coverage',
    description:
      'The figure of a team or of the organization against its target, as a number, a donut or a trend; or the status of a control',
    counted: {
      registered:
        '{{covered, number}} of {{counted, number}} people registered',
      capable: '{{covered, number}} of {{counted, number}} people MFA capable',
    },
    asOf: 'as of {{moment}}',
    wrong: 'This card does not understand “{{value}}”.',
    howSetting:
      'In its settings, write the entity ref of a Group as the team, such as group:default/payments, or “organization”. It shows a figure, a donut or a trend. For the status of a control, write its framework and id, such as control:mfa/MFA-01, and choose no view.',
    howAnnotation:
      'In the annotation {{annotation}}, write the entity ref of a Group, such as group:default/payments, or “organization”. After it there may stand ;show=figure, ;show=donut or ;show=trend, and ;tenant= with the id of a tenant. For the status of a control, write its framework and id, such as control:mfa/MFA-01, without ;show=.',
    settings: {
      title: 'MFA coverage',
      heading: 'Heading',
      team: 'Team',
      teamText:
        'The entity ref of a Group, such as group:default/payments; “organization”; or a control, such as control:mfa/MFA-01',
      show: 'Show',
      views: { figure: 'Figure', donut: 'Donut', trend: 'Trend' },
      tenant: 'Tenant',
      tenantText: 'The id of a tenant; nothing for the first one',
    },
  },
} as const;
