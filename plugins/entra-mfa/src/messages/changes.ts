/** Words of the Changes tab, and of lost registrations elsewhere. */
export const changes = {
  title: 'What changed',
  kind: {
    lost: 'lost',
    downgraded: 'downgraded',
    left: 'left',
    joined: 'joined',
    gained: 'gained',
    upgraded: 'upgraded',
    scope: 'counted differently',
    exception: 'exception',
    rule: 'rules changed',
    certainty: 'known or not known',
    renamed: 'renamed',
  },
  meaning: {
    lost: 'registered before, and not registered now',
    downgraded:
      'registered before and now, with a weaker best method, or one that is not allowed any more',
    left: 'no longer in the directory',
    joined: 'new in the directory',
    gained: 'not registered before, and registered now',
    upgraded:
      'registered before and now, with a stronger best method, or one that is allowed at last',
    scope: 'counts now, or is left out now, or is left out for another reason',
    exception: 'an exception began or ended',
    rule: 'the same facts, evaluated by other rules',
    certainty: 'became known, or not known',
    renamed: 'another name or user principal name, and nothing else',
  },
  kinds: 'Kinds of change',
  period: 'Period',
  from: 'From',
  to: 'to',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  compared: 'From {{from}} to {{to}}.',
  beginning: 'History begins on {{from}}: compared with that day.',
  found_one: '{{count, number}} person changed',
  found_other: '{{count, number}} people changed',
  some: 'You see the people whom your permissions let you see by name; the counts are of everyone.',
  hidden:
    'Only people with the permission {{permission}} can see who they are: ask whoever runs the portal.',
  small:
    'So few people are concerned that the counts are visible only to people who can see the names.',
  byTeam: 'What changed, by team',
  byTeamNote:
    'Where few people changed, or the team is small, the count is visible only to people who can see the names.',
  column: {
    people: 'People',
    person: 'Person',
    kind: 'Change',
    before: 'Before',
    after: 'After',
    team: 'Team',
    at: 'When',
  },
  absent: 'not in the directory',
  formerly: 'was {{name}}',
  none: {
    title: 'Nobody changed',
    search: 'Nobody called like “{{query}}” changed',
    seen: 'Nobody whom you may see changed',
    text: 'Choose a longer period, another kind or another team.',
  },
  weeks: {
    title: 'Registrations gained and lost by week',
    gained: 'gained, above',
    lost: 'lost, below',
    week: 'Week of {{day}}: {{gained, number}} gained, {{lost, number}} lost. Lists this week.',
    hidden:
      'Week of {{day}}: so few people that the counts are not shown. Lists this week.',
    why: '“?”: so few people, or a team so small, that the counts are visible only to people who can see the names.',
    short: 'After two weeks with reads there will be bars by week.',
  },
  alarm: {
    title_one:
      '{{count, number}} person lost their registration in the last 7 days',
    title_other:
      '{{count, number}} people lost their registrations in the last 7 days',
    text: 'Ask them whether it was them, and to register again.',
    see: 'See who',
    seeCounts: 'See by team',
    more_one: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
  },
} as const;
