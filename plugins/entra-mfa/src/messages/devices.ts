/** Words of the devices of a person. */
export const devices = {
  title: 'Devices',
  none: 'No device is registered to them in Entra.',
  unnamed: 'A device without a name',
  trust: {
    registered: 'registered, not joined',
    joined: 'joined to Entra',
    hybridJoined: 'joined to a domain and to Entra',
  },
  compliant: {
    yes: 'Compliant',
    no: 'Not compliant',
    unknown: 'Compliance not known',
  },
  managed: {
    yes: 'managed',
    no: 'not managed',
    unknown: 'management not known',
  },
  lastSignIn: 'last used about {{day}}',
  neverUsed: 'last use not known',
  registeredOn: 'registered on {{day}}',
  owners_one: '{{count, number}} owner',
  owners_other: '{{count, number}} owners',
  moreOwners: '{{count, number}} owners or more: Microsoft gives no more',
} as const;
