import type { devices as english } from '../devices';
import type { MessagesOf } from '../MessagesOf';

export const devices: MessagesOf<typeof english> = {
  title: 'Geräte',
  none: 'In Entra ist kein Gerät auf diese Person registriert.',
  unnamed: 'Ein Gerät ohne Namen',
  trust: {
    registered: 'registriert, nicht eingebunden',
    joined: 'in Entra eingebunden',
    hybridJoined: 'in eine Domäne und in Entra eingebunden',
  },
  compliant: {
    yes: 'Konform',
    no: 'Nicht konform',
    unknown: 'Konformität nicht bekannt',
  },
  managed: {
    yes: 'verwaltet',
    no: 'nicht verwaltet',
    unknown: 'Verwaltung nicht bekannt',
  },
  lastSignIn: 'zuletzt verwendet um den {{day}}',
  neverUsed: 'letzte Verwendung nicht bekannt',
  registeredOn: 'registriert am {{day}}',
  owners_one: '{{count, number}} Besitzer',
  owners_other: '{{count, number}} Besitzer',
  moreOwners:
    '{{count, number}} Besitzer oder mehr: Microsoft nennt nicht mehr',
};
