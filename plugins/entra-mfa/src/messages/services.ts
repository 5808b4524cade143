/** Words of what people reach through ownership in the catalog. */
export const services = {
  title: 'Services',
  caption: 'whose owners are worst off',
  teamTitle: 'What {{title}} reaches',
  all: 'All services',
  search: 'Find a service',
  service: 'Service',
  kind: 'Kind',
  lifecycle: 'Lifecycle',
  tier: 'Tier',
  owners: 'Owners',
  phoneOnly: 'Only a phone',
  privileged: 'Privileged',
  privilegedHint: 'Privileged owners who are {{state}}',
  through: 'Through',
  ofOwners: '{{uncovered, number}} of {{counted, number}}',
  ofOwnersHint: 'Of the owners who are registered or not; each person once',
  notKnown_one: '{{count, number}} not known',
  notKnown_other: '{{count, number}} not known',
  nobody: 'nobody',
  nobodyHint: 'No owner of this is known to Microsoft Entra and in scope',
  hidden: 'not shown',
  hiddenNote:
    'Figures of a few people are visible only to people who can see the names.',
  empty: {
    title: 'No services',
    filter: 'Remove a filter to see more.',
    text: 'The catalog names no owner of a component, API, resource or system.',
    team: 'This team owns nothing in the catalog, nor do the teams around it.',
  },
  path: {
    owner: 'owned',
    team: 'own team',
    subTeam: 'a sub-team',
    parent: 'a team above',
  },
  kinds: {
    component: 'Component',
    api: 'API',
    resource: 'Resource',
    system: 'System',
    domain: 'Domain',
  },
  team: {
    reach_one:
      'Reaches {{count, number}} component, {{production, number}} in production',
    reach_other:
      'Reaches {{count, number}} components, {{production, number}} of them in production',
    others_one: ', and {{count, number}} other entity',
    others_other: ', and {{count, number}} other entities',
    onlyOthers_one: 'Reaches {{count, number}} entity of the catalog',
    onlyOthers_other: 'Reaches {{count, number}} entities of the catalog',
  },
  person: {
    title: 'What this person reaches',
    uncovered: 'As the owner, or through teams that own it.',
    phoneOnly: 'As the owner, or through teams that own it; with only a phone.',
    none: 'Nothing: neither the person nor a team of theirs owns anything in the catalog.',
    more_one: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
  },
  card: {
    title: 'MFA of the owners',
    uncovered_one:
      '{{count, number}} of {{counted, number}} owners is not registered',
    uncovered_other:
      '{{count, number}} of {{counted, number}} owners are not registered',
    uncoveredCapable_one:
      '{{count, number}} of {{counted, number}} owners is not MFA capable',
    uncoveredCapable_other:
      '{{count, number}} of {{counted, number}} owners are not MFA capable',
    sole: 'The one owner is not registered',
    soleCapable: 'The one owner is not MFA capable',
    everyone_one: 'The one owner is registered.',
    everyone_other: 'All {{count, number}} owners are registered.',
    everyoneCapable_one: 'The one owner is MFA capable.',
    everyoneCapable_other: 'All {{count, number}} owners are MFA capable.',
    privileged_one: '{{count, number}} of them is privileged',
    privileged_other: '{{count, number}} of them are privileged',
    unknown_one: '{{count, number}} more is not known',
    unknown_other: '{{count, number}} more are not known',
    phoneOnly_one: '{{count, number}} only has a phone: blocked from {{date}}',
    phoneOnly_other:
      '{{count, number}} only have a phone: blocked from {{date}}',
    nobody: 'No owner is known to Microsoft Entra and in scope.',
    hidden:
      'There are so few owners that their figure is visible only to people who can see the names.',
    whoMay: 'Names are visible to people with {{permission}} for these people.',
    notListed_one: 'and {{count, number}} more',
    notListed_other: 'and {{count, number}} more',
    onlyPhone: 'only a phone',
    ownedBy: 'Owned by',
    notFound: 'not found in the catalog or in Microsoft Entra',
    noOwner:
      'The last read names no owner of this. A new owner appears after the next one.',
    allServices: 'All services',
  },
} as const;
