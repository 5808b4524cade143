/** Words of who is asked for MFA, by which policy. */
export const policies = {
  title: 'Who is asked for MFA',
  aside_one: '{{count, number}} policy in force asks for MFA',
  aside_other: '{{count, number}} policies in force ask for MFA',
  defaultsOn:
    'Security defaults are on: everybody is asked to register and to use MFA.',
  askedNotRegistered_one:
    '{{count, number}} person is asked at every sign-in and has not registered',
  askedNotRegistered_other:
    '{{count, number}} people are asked at every sign-in and have not registered',
  askedNotRegisteredText:
    'They have to register when they next sign in, or are locked out.',
  neverAsked_one: '{{count, number}} person has registered and is never asked',
  neverAsked_other:
    '{{count, number}} people have registered and are never asked',
  neverAskedText: 'A password alone signs them in: no policy is about them.',
  reportOnlyAsks_one:
    '{{count, number}} person more would be asked once report-only policies are on, and has not registered',
  reportOnlyAsks_other:
    '{{count, number}} people more would be asked once report-only policies are on, and have not registered',
  reportOnlyAsksText: 'Reach them before the policies are switched on.',
  counts:
    'Conditional Access: {{total, number}} policies, {{asking, number}} in force with MFA, {{reportOnly, number}} with MFA report-only.',
  countsOff: 'Security defaults are off.',
  notRead: 'Which policies ask for MFA is not read.',
  groupsNotKnown:
    'The members of the groups in them are not known, so of whoever a policy names by group it is not known whether they are asked.',
  limits:
    'Users, groups and roles are evaluated; apps and conditions are named and not evaluated. Per-user MFA is not read.',
  list: 'Policies that ask for MFA',
  policy: 'Policy',
  state: 'State',
  inForce: 'in force',
  reportOnly: 'report-only',
  demands: 'Demands',
  mfa: 'MFA',
  strength: {
    phishingResistant: 'only methods that cannot be phished: {{methods}}',
    passwordless: 'only methods without a password: {{methods}}',
    anyMfa: 'any of these: {{methods}}',
    lessThanMfa: 'less than MFA is enough: {{methods}}',
  },
  include: 'Asks',
  exclude: 'But not',
  when: 'When',
  nobody: 'nobody',
  everybody: 'everybody',
  users_one: '{{count, number}} user',
  users_other: '{{count, number}} users',
  groups_one: '{{count, number}} group',
  groups_other: '{{count, number}} groups',
  roles_one: '{{count, number}} role',
  roles_other: '{{count, number}} roles',
  guests: 'guests',
  always: 'at every sign-in',
  limit: {
    actions: 'for some actions',
    alternatives: 'where no other control is met',
    apps: 'for some apps',
    clients: 'for some kinds of client',
    devices: 'on some devices',
    flows: 'in some sign-in flows',
    locations: 'at some locations',
    other: 'under further conditions',
    risk: 'at a risk',
  },
  person: {
    title: 'Asked for MFA',
    now: {
      always: 'at every sign-in',
      sometimes: 'at some sign-ins',
      never: 'never',
    },
    notKnown: 'not known',
    isAsked: 'Is asked',
    withReportOnly: 'With report-only policies on',
    byDefaults: 'Security defaults are on: they ask everybody.',
    excluded: 'excluded by name',
    applies: 'asks',
    reports: 'would ask',
    mayApply: 'not known whether it asks',
    strength: {
      phishingResistant: 'only methods that cannot be phished',
      passwordless: 'only methods without a password',
      anyMfa: 'any MFA',
      lessThanMfa: 'less than MFA is enough',
    },
    satisfied: 'a registered method satisfies it',
    notSatisfied: 'no registered method satisfies it',
    maySatisfy: 'not known whether a registered method satisfies it',
    none: 'No policy with MFA is about this person.',
  },
} as const;
