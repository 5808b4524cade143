/** Words of What if, and of a past figure evaluated by today's rules. */
export const whatIf = {
  title: 'What if',
  open: 'What if …?',
  close: 'Close What if',
  intro:
    'Everyone is evaluated again, by the same rules and on the data of the day that is shown. Nothing is stored.',
  none: 'Choose what to assume.',
  computing:
    'Everyone is evaluated again. For a large tenant this takes up to a minute.',
  phoneOff: 'Phones are switched off',
  phoneOffHint:
    'SMS and voice no longer count: people who have nothing else are not registered.',
  withoutExceptions: 'No exception is in force',
  guests: {
    label: 'Guests',
    asIs: 'as they are counted',
    counted: 'counted',
    leftOut: 'not counted',
  },
  basis: {
    label: 'What counts',
    asIs: 'as it counts',
    registered: 'registered',
    capable: 'MFA capable',
  },
  rules: {
    label: 'Rules',
    then: 'of that day',
    today: 'of today',
  },
  target: 'Target in %',
  wholeTenant: 'Whole tenant',
  clear: 'Assume nothing',
  shown: 'The figure',
  assumed: 'Assumed, not the figure',
  of: 'of {{name}}',
  column: {
    people: 'People',
    shown: 'The figure',
    assumed: 'Assumed',
    difference: 'Difference',
    team: 'Team',
    short: 'People short',
  },
  row: {
    inScope: 'in scope',
    short: 'short of the target',
  },
  teams: {
    title: 'Team by team',
    none: 'No team’s figure would be another.',
    same: 'as many',
    more_one: '{{count, number}} more',
    more_other: '{{count, number}} more',
    fewer_one: '{{count, number}} fewer',
    fewer_other: '{{count, number}} fewer',
    left_one: '{{count, number}} more team would change less',
    left_other: '{{count, number}} more teams would change less',
    hidden:
      'Teams of fewer than {{value, number}} people, and those in which fewer make the difference, are listed only for who may see their people by name.',
  },
  nobody: 'nobody counts',
  points: '{{points}} points',
  today: {
    ask: 'with today’s rules?',
    computing: 'with today’s rules: everyone is evaluated again …',
    answer: 'with today’s rules: {{figure}} ({{points}} points)',
    answerNobody: 'with today’s rules: nobody counts',
    note: 'computed now, on the data of then; it was never shown',
  },
} as const;
