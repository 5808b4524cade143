/** Words of the Teams tab. */
export const teams = {
  search: 'Find a team',
  team: 'Team',
  people: 'People',
  peopleHint:
    'Everybody in the team and its sub-teams, whether they count or not',
  all: 'all of them',
  counted: 'Counted',
  countedHint:
    'Registered or not registered: coverage is the share of these. Who is not known, exempt or not counted makes the difference to all people.',
  notInTeams_one:
    'The headline counts {{count, number}} person more than {{title}}, who is in none of its teams.',
  notInTeams_other:
    'The headline counts {{count, number}} people more than {{title}}, who are in none of its teams.',
  short: 'Short',
  coverage: 'Coverage',
  change: '30 days',
  changeHint: 'Change of coverage over the last 30 days, in points',
  expand: 'Show sub-teams of {{title}}',
  collapse: 'Hide sub-teams of {{title}}',
  caption:
    'Teams with their sub-teams, each person once. Most people short of the target first.',
  nobody: 'nobody',
  hidden: 'not shown',
  small:
    'Figures of fewer than {{fewest, number}} people are visible only to people who can see the names; so are figures that would reveal them.',
  openPeople_one: '{{count, number}} person of {{title}}: {{state}}',
  openPeople_other: '{{count, number}} people of {{title}}: {{state}}',
  tenants: {
    title: 'Over tenants',
    tenant: 'Tenant',
    registered: 'Registered',
    figure: 'Figure',
    short: 'Short',
    stale: 'Stale:',
    total: 'Total of {{count, number}}',
    two: 'Somebody who is in two tenants is two people here.',
    partial: 'What is stale or not shown is not added.',
    none: 'There are no two figures of now that could be added up.',
    noneThen: 'There were no two figures that day that could be added up.',
  },
  more: 'Show more teams',
  /** The teams as a picture. */
  map: {
    caption: 'As large as the people counted, in the colour of the gap.',
    label: 'Teams by the people who are counted in them',
    path: 'Teams above',
    top: 'All teams',
    of: 'of {{people}} people',
    short_one: '{{count, number}} person short',
    short_other: '{{count, number}} people short',
    gap: {
      met: 'target met',
      near: 'up to 5 points short',
      far: 'up to 15 points short',
      farthest: 'more than 15 points short',
    },
    note: 'A team opens its sub-teams. Somebody who is in two teams counts in both.',
    nobody: 'Nobody is counted in: {{teams}}',
    more: 'These are the {{count, number}} largest. The table has all.',
  },
  none: {
    title: 'No teams',
    text: 'Teams are groups of the catalog. Ingest them, for example with the Microsoft Graph provider, and sync again.',
    search: 'No team is called like “{{query}}”.',
  },
} as const;
