/** Words of a figure that is held after a sudden fall. */
export const hold = {
  title: 'The figure is held: it would fall from {{from}} to {{to}}',
  titlePast:
    'The figure was held then: it would have fallen from {{from}} to {{to}}',
  titleDoubted: 'The figure is held: {{what}}',
  titleDoubtedPast: 'The figure was held then: {{what}}',
  doubted:
    '{{title}}: {{rows, number}} came where there were {{before, number}}',
  textDoubted:
    'Much of what the figure is made of is gone since {{since}}. The last figure stays, with its date. If that is right, the next reading that agrees is taken; it can be released before that, too.',
  nothing: 'nothing',
  text_one:
    'Since {{since}} {{count, number}} person fewer reads as registered, while the people in scope are the same. The last figure stays, with its date.',
  text_other:
    'Since {{since}} {{count, number}} people fewer read as registered, while the people in scope are the same. The last figure stays, with its date.',
  why: 'A lost licence or permission, or an outage of Microsoft’s report, looks like this. Check that the tenant has Entra ID P1 or P2, that the app has AuditLog.Read.All, and Microsoft’s service health. If the figure comes back, the hold ends by itself.',
  released: 'Released on {{date}}: the next sync publishes the figure.',
  mayRelease:
    'If the fall is real, someone with the permission {{permission}} can release it.',
  release: {
    open: 'Release the figure',
    title: 'Publish the fall to {{to}}?',
    titleDoubted: 'Publish what was read?',
    text: 'Your name, the time and the reason stay on record. A sync starts, and publishes the figure. If it has fallen further by then, that is held again.',
    reason: 'Why the fall is real',
    confirm: 'Release',
    started: 'Released. The figure follows when the sync is complete.',
    queued: 'Released. A sync is under way; the one after it publishes.',
    failed: 'The figure could not be released: {{message}}',
  },
  history: {
    title: 'Figures that were held',
    found: 'Found',
    fall: 'Fall',
    people: 'Fewer people',
    outcome: 'What became of it',
    by: 'Released by',
    open: 'held',
    released: 'released',
    recovered: 'ended by itself',
    superseded: 'another figure was found',
    releasedBy: '{{user}}: {{reason}}',
  },
} as const;
