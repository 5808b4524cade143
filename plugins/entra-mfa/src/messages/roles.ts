/** Words about directory roles, privileged people, and the counts of Microsoft and CIS. */
export const roles = {
  figure: {
    registered:
      '{{covered, number}} of {{counted, number}} privileged people have registered a strong method: {{figure}}',
    capable:
      '{{covered, number}} of {{counted, number}} privileged people are MFA capable: {{figure}}',
  },
  nobody: 'No privileged person in scope counts yet.',
  seeAll: 'See all {{value, number}}',
  disabled_one:
    '{{count, number}} disabled account holds a role or can activate one',
  disabled_other:
    '{{count, number}} disabled accounts hold a role or can activate one',
  activeNotKnown: 'Who is privileged is not known: {{why}}.',
  eligibleNotKnown: 'Eligible roles are not known: {{why}}.',
  groupsNotKnown: 'Roles held through groups are not known: {{why}}.',
  groupEligibilityNotKnown:
    'Who can become a member of a group with a role is not known: {{why}}.',
  mayBeMore:
    'There may be more privileged people, so no target for them counts as met.',
  nobodyEligible:
    'Nobody can be eligible for a role: the tenant has neither Entra ID P2 nor Entra ID Governance.',
  privilegedRoles_one:
    'Privileged is {{count, number}} built-in role, by Microsoft’s list of {{date}}.',
  privilegedRoles_other:
    'Privileged are {{count, number}} built-in roles, by Microsoft’s list of {{date}}.',
  rolesAdded_one: '{{count, number}} role more is configured.',
  rolesAdded_other: '{{count, number}} roles more are configured.',
  byRole: 'By role',
  why: {
    noPermission: '{{permission}} is missing',
    notRead: 'this has not been read',
  },
  person: {
    title: 'Roles',
    active: 'Active',
    eligible: 'Eligible',
    none: 'none',
    notKnown: 'not known',
    groupsNotKnown: 'Roles held through groups are not known.',
    groupEligibilityNotKnown:
      'Roles of groups of which the person can become a member are not known.',
    eligibleInPart: 'Other eligible roles are not known.',
    privileged: 'privileged',
    through: 'through group {{group}}',
    canJoin: 'by becoming a member of group {{group}}',
    scope: 'only for {{scope}}',
  },
  list: {
    title: 'Roles',
    aside: 'People may have several. Every figure opens its list.',
    role: 'Role',
    active: 'Hold it',
    activeHint: 'People in scope who hold the role now, also through a group',
    eligible: 'Can activate it',
    eligibleHint:
      'People in scope who can activate the role, whether they hold it now or not',
    people: 'People',
    peopleHint: 'People in scope who hold it or can activate it, each once',
    outOfScopeHint:
      'Accounts with the role that are not counted, such as disabled or break-glass accounts',
    custom: 'custom role',
    hidden: 'figures not shown',
    open: '{{value, number}} of {{role}}: {{label}}',
    openAtLeast: 'at least {{value, number}} of {{role}}: {{label}}',
    atLeast: '{{value, number}}+',
    atLeastNote:
      'Not everything about roles has been read: 5+ says at least five, and a dash that nothing is known.',
    small:
      'Figures of fewer than {{fewest, number}} people are visible only to people who can see the names; so are figures that would reveal them.',
    none: {
      title: 'No one is known to have a role',
      text: 'Nobody in the directory holds a role or can activate one, as far as roles have been read.',
    },
    notKept: {
      title: 'Not known for this date',
      text: 'Who held which role was not kept yet on this date. Choose a later one.',
    },
  },
  crossCheck: {
    title: "Microsoft's own count",
    note: 'Of every account that is not blocked, guests too.',
    who: 'Counted by',
    users: 'Accounts',
    capable: 'MFA capable',
    microsoft: 'Microsoft',
    here: 'here',
    difference: 'Difference',
    same: 'Both come to the same.',
    reason: {
      guests: 'Likely because Microsoft left guests out.',
      disabled:
        'Likely because Microsoft still counts accounts that the directory has disabled.',
      rowsWithoutPerson:
        'Likely because Microsoft still counts accounts that the directory no longer has.',
      refreshed:
        "Likely because the two are of different times: Microsoft's report is up to 36 hours behind.",
    },
  },
  cis: {
    title: "CIS's own count",
    note: 'CIS Microsoft 365 5.2.3.4, by the registration report.',
    who: 'Counted by',
    people: 'People',
    capable: 'MFA capable',
    figure: 'Figure',
    cis: 'CIS: all member users',
    here: 'here: who counts, on the basis MFA capable',
    line: '{{figure}} by the count of CIS 5.2.3.4',
    lineOf:
      '{{figure}} by the count of CIS 5.2.3.4: {{capable, number}} of {{members, number}}',
    whoever:
      'CIS counts every member user who has a row in the report, whoever they are here, and goes by the flag alone.',
    leftOut_one: '{{count, number}} of them is left out or exempt here.',
    leftOut_other: '{{count, number}} of them are left out or exempt here.',
    certificate_one:
      '{{count, number}} of them is capable only because certificate sign-in is open to them. That proves no method, so here it does not count.',
    certificate_other:
      '{{count, number}} of them are capable only because certificate sign-in is open to them. That proves no method, so here it does not count.',
  },
} as const;
