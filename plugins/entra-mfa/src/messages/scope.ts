/** Words of the trial of a scope rule. */
export const scope = {
  title: 'Try a scope rule',
  intro:
    'A rule leaves people out of the figure by what the directory says of them. Here it is tried on the people of the day that is shown. Nothing is stored: a rule is in force once it stands in app-config.yaml.',
  onlyAll:
    'A filter can tell anyone apart, so that rules are tried only by people who may see everyone by name ({{permission}}).',
  leaveOut: {
    label: 'Leave out',
    matching: 'who matches the filter',
    others: 'who does not match it',
  },
  filter: 'Filter',
  inPlaceOf: {
    label: 'Rules in force',
    none: 'keep all of them',
    rule: 'in place of “{{rule}}”',
  },
  help: {
    title: 'What a filter can say',
    text: '{{texts}} and the functions {{functions}} for texts; {{dates}} for dates; {{joins}} and parentheses to put them together. Texts stand in single quotation marks; upper and lower case are the same.',
    type: {
      text: 'text',
      flag: 'true or false',
      date: 'date, such as 2026-01-31',
    },
    property: 'Property',
    holds: 'Holds',
    onDemand: 'read only once a rule names it',
  },
  problem: {
    at: 'Character {{at, number}}: {{what}}',
    unexpected: '“{{found}}” stands where this is expected: {{expected}}.',
    ends: 'the filter ends where this is expected: {{expected}}.',
    unknownProperty:
      'there is no property “{{found}}”. There are: {{expected}}.',
    unknownFunction:
      'there is no function “{{found}}”. There are: {{expected}}.',
    wrongOperator: '“{{found}}” does not go with it. What does: {{expected}}.',
    wrongValue: '“{{found}}” is none of its values. Write {{expected}}.',
    onlyTrue:
      'of this property only true is kept. Compare it with true, by eq or ne.',
    unfinishedText:
      'the text has no end. Close it with a quotation mark, and write one within it twice.',
    tooLong: 'the filter is too long. Make several rules of it.',
    tooDeep: 'there are too many parentheses within each other.',
    property: 'a property',
  },
  none: 'Write a filter, or choose a rule that goes.',
  trying: 'Everyone is evaluated again.',
  leave_one: '{{count, number}} person would leave the figure.',
  leave_other: '{{count, number}} people would leave the figure.',
  enter_one: '{{count, number}} person would come into it.',
  enter_other: '{{count, number}} people would come into it.',
  nobody: 'No one would leave the figure or come into it.',
  privileged_one:
    '{{count, number}} of those who would leave is privileged. That is allowed, and the overview will say so: make sure that it is meant.',
  privileged_other:
    '{{count, number}} of those who would leave are privileged. That is allowed, and the overview will say so: make sure that it is meant.',
  notRead:
    'Not read yet: {{properties}}. These are read once a rule in force names them, and what is not known leaves no one out. So the result is of no use for them before the first sync after that.',
  assumed: 'With the rule, not the figure',
  people: {
    title: 'Who would move',
    change: 'Change',
    leaves: 'leaves',
    enters: 'comes in',
    more_one: '{{count, number}} more person',
    more_other: '{{count, number}} more people',
  },
  paste: {
    title: 'For app-config.yaml',
    text: 'Give it a name, an owner and a reason. The filter is as it was tried.',
    copy: 'Copy the rule',
    copied: 'The rule is copied',
  },
} as const;
