/** Words of the report of a month. */
export const month = {
  link: 'The month as a report',
  title: '{{month}}: {{whose}}',
  goesOn: 'The month goes on: figures are those of now.',
  previous: 'Month before',
  next: 'Month after',
  print: 'Print',
  none: 'No figures of {{month}}: history begins later',
  small:
    'So few people that the figures are visible only to people who can see the names',
  now: 'At the end',
  figures: {
    title: 'The gap',
    short_one: '{{count, number}} person short of {{target}}',
    short_other: '{{count, number}} people short of {{target}}',
    met: 'target of {{target}} reached',
    what: 'People in scope',
    begin: 'Begin',
    end: 'End',
    change: 'Change',
    coverage: 'Coverage',
    compared: 'As read on {{from}} and on {{to}}.',
    noBegin:
      'As read on {{to}}. There are no figures of the time before the month.',
  },
  lost: {
    title: 'Lost their registration',
    none: 'Nobody lost theirs.',
  },
  joined: {
    title: 'New in the directory',
    none: 'Nobody is new.',
  },
  gained: {
    title: 'Newly registered',
    none: 'Nobody who was not registered did so.',
  },
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  comes: {
    title: 'What comes',
    open_one: '{{count, number}} person is not registered.',
    open_other: '{{count, number}} people are not registered.',
    none: 'Everyone who is counted is registered.',
  },
} as const;
