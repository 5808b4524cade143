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
  monthTitle: 'Who tried to register or reset in 30 days',
  month: '{{from}} to {{to}}',
  nobody: 'Nobody tried to register a method',
  registered_one:
    '{{count, number}} person tried to register; {{managed, number}} registered a method that can be a second factor',
  registered_other:
    '{{count, number}} people tried to register; {{managed, number}} registered a method that can be a second factor',
  wasReset_one:
    '{{count, number}} person tried to reset their password; {{managed, number}} did',
  wasReset_other:
    '{{count, number}} people tried to reset their password; {{managed, number}} did',
  byMethod: 'By method',
  of: {
    registration: 'Register: {{method}}',
    reset: 'Reset: {{method}}',
  },
  succeeded: 'Succeeded',
  failed: 'Failed',
  why: 'Why, most often',
  whyHint: 'In the words of Microsoft. Attempts are counted here, not people.',
  reason: '“{{reason}}” ({{count, number}})',
  team_one:
    '{{count, number}} who is not registered tried to in the last 30 days and failed',
  team_other:
    '{{count, number}} who are not registered tried to in the last 30 days and failed',
} as const;
