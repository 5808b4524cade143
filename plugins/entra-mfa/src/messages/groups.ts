/** Words of the groups of Entra. */
export const groups = {
  title: 'Entra groups',
  caption:
    'Groups of the tenant with the groups inside them, each person once. Most people short of the target first.',
  search: 'Find a group',
  group: 'Group',
  peopleHint:
    'Everyone in the group or in a group inside it, whether they count or not',
  kind: {
    security: 'Security group',
    microsoft365: 'Microsoft 365 group',
  },
  notRead_one: '{{count, number}} group inside it is not read',
  notRead_other: '{{count, number}} groups inside it are not read',
  by: {
    label: 'Added up by',
    team: 'By team',
    map: 'As a map',
    group: 'By Entra group',
  },
  none: {
    title: 'No groups',
    text: 'The tenant has no security or Microsoft 365 group whose name starts as the configuration says.',
    search: 'No group is called like “{{query}}”.',
    off: {
      title: 'Groups are not read',
      text: 'An operator turns it on with entraMfa.entraGroups.read. The next sync reads them.',
    },
    notRead: {
      title: 'No groups were read yet',
      text: 'The next sync reads them, if the application has the permission GroupMember.Read.All: see Connections.',
    },
  },
  person: {
    title: 'Entra groups',
    none: 'In none of the groups that are read.',
    through: 'through a group inside it',
  },
} as const;
