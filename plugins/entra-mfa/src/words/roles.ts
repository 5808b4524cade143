/** Words about directory roles, privileged people, and the counts of Microsoft and CIS. */
export const roles = {
  figure: {
    registered:
      '{{covered, number}} of {{counted, number}} privileged people have registered a strong method: {{figure}}',
    capable:
      '{{covered, number}} of {{counted, number}} privileged people are MFA capable: {{figure}}',
  },
  nobody: 'No privileged person in scope counts yet.',
  list: 'See them',
  disabled_one:
    '{{count, number}} disabled account holds a role or can activate one',
  disabled_other:
    '{{count, number}} disabled accounts hold a role or can activate one',
  activeNotKnown: 'Who is privileged is not known: {{why}}.',
  eligibleNotKnown: 'Eligible roles are not known: {{why}}.',
  groupsNotKnown: 'Roles held through groups are not known: {{why}}.',
  why: {
    noLicence: 'Entra ID P2',
    noPermission: '{{permission}} is missing',
    notRead: 'they have not been read',
  },
  person: {
    title: 'Roles',
    active: 'Active',
    eligible: 'Eligible',
    none: 'none',
    notKnown: 'not known',
    groupsNotKnown: 'Roles held through groups are not known.',
    privileged: 'privileged',
    through: 'through group {{group}}',
    scope: 'only for {{scope}}',
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
