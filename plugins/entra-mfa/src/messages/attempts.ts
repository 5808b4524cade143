/** Words of who registered a method or reset a password with one, or tried to. */
export const attempts = {
  title: 'Registrations and resets',
  registration: {
    success: 'Registered {{method}}',
    failure: 'Tried to register {{method}}: failed',
    because: 'Tried to register {{method}}: failed, because “{{reason}}”',
  },
  reset: {
    success: 'Reset the password with {{method}}',
    failure: 'Tried to reset the password with {{method}}: failed',
    because:
      'Tried to reset the password with {{method}}: failed, because “{{reason}}”',
  },
  team_one:
    '{{count, number}} who is not registered tried to in the last 30 days and failed',
  team_other:
    '{{count, number}} who are not registered tried to in the last 30 days and failed',
} as const;
