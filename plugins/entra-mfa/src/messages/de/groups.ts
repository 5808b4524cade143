import type { groups as english } from '../groups';
import type { MessagesOf } from '../MessagesOf';

export const groups: MessagesOf<typeof english> = {
  title: 'Entra-Gruppen',
  caption:
    'Gruppen des Mandanten mit den Gruppen darin, jede Person einmal. Die meisten zum Ziel fehlenden Personen zuerst.',
  search: 'Gruppe suchen',
  group: 'Gruppe',
  peopleHint:
    'Alle in der Gruppe oder in einer Gruppe darin, ob sie zählen oder nicht',
  kind: {
    security: 'Sicherheitsgruppe',
    microsoft365: 'Microsoft-365-Gruppe',
  },
  notRead_one: '{{count, number}} Gruppe darin wird nicht abgerufen',
  notRead_other: '{{count, number}} Gruppen darin werden nicht abgerufen',
  by: {
    label: 'Zusammengezählt nach',
    team: 'Nach Team',
    map: 'Als Karte',
    group: 'Nach Entra-Gruppe',
  },
  none: {
    title: 'Keine Gruppen',
    text: 'Der Mandant hat keine Sicherheits- oder Microsoft-365-Gruppe, deren Name so beginnt, wie es die Konfiguration vorgibt.',
    search: 'Keine Gruppe heißt so ähnlich wie „{{query}}“.',
    off: {
      title: 'Gruppen werden nicht abgerufen',
      text: 'Wer das Portal betreibt, schaltet es mit entraMfa.entraGroups.read ein. Die nächste Synchronisierung ruft sie ab.',
    },
    notRead: {
      title: 'Noch keine Gruppen abgerufen',
      text: 'Die nächste Synchronisierung ruft sie ab, wenn die Anwendung die Berechtigung GroupMember.Read.All hat: siehe Verbindungen.',
    },
  },
  person: {
    title: 'Entra-Gruppen',
    none: 'In keiner der Gruppen, die abgerufen werden.',
    through: 'über eine Gruppe darin',
  },
};
