/** Words of which methods the authentication methods policy allows. */
export const methodsPolicy = {
  title: 'Which methods are allowed',
  aside: '{{allowed, number}} of {{total, number}} are on',
  list: 'Methods of the policy',
  method: 'Method',
  include: 'Allowed for',
  exclude: 'But not',
  migration: {
    notBegun:
      'The move to this policy has not begun: the older settings of per-user MFA and of password reset still count beside it.',
    inProgress:
      'The move to this policy is under way: the older settings of per-user MFA and of password reset still count beside it.',
    complete:
      'The move to this policy is complete: no older setting counts beside it.',
  },
  campaign: {
    enabled: 'Registration campaign: on, for {{people}}.',
    default: 'Registration campaign: left to Microsoft, for {{people}}.',
    disabled: 'Registration campaign: off.',
    exclude: 'Not for {{people}}.',
    snooze_one: 'It can be put off for {{count, number}} day.',
    snooze_other: 'It can be put off for {{count, number}} days.',
  },
  groupsNotKnown:
    'The members of the groups in it are not known, so of whoever it names by group it is not known what is allowed.',
  passkey: 'Passkey (FIDO2)',
  person: {
    title: 'Methods and the policy',
    verdict: {
      allowed: 'allowed',
      notAllowed: 'not allowed',
      notKnown: 'not known whether it is allowed',
      elsewhere: 'not decided by this policy',
    },
    isWhy:
      'Registered and not capable, because the policy allows none of the methods that could be a second factor.',
    mayBeWhy:
      'Registered and not capable. Whether that is because of the policy is not known.',
    isNotWhy:
      'Registered and not capable, although the policy allows a method. The report may be older than the policy.',
  },
} as const;
