import type { teams as english } from '../teams';
import type { MessagesOf } from '../MessagesOf';

export const teams: MessagesOf<typeof english> = {
  search: 'Team suchen',
  team: 'Team',
  people: 'Personen',
  peopleHint: 'Alle im Team und in seinen Unterteams, ob sie zählen oder nicht',
  all: 'alle',
  counted: 'Gezählt',
  countedHint:
    'Registriert oder nicht registriert: Die Abdeckung ist der Anteil an diesen. Unbekannte, ausgenommene und nicht gezählte machen den Unterschied zu allen Personen aus.',
  notInTeams_one:
    'Die Quote oben zählt {{count, number}} Person mehr als {{title}}: Sie ist in keinem seiner Teams.',
  notInTeams_other:
    'Die Quote oben zählt {{count, number}} Personen mehr als {{title}}: Sie sind in keinem seiner Teams.',
  short: 'Fehlen',
  coverage: 'Abdeckung',
  change: '30 Tage',
  changeHint: 'Änderung der Abdeckung in den letzten 30 Tagen, in Punkten',
  expand: 'Unterteams von {{title}} anzeigen',
  collapse: 'Unterteams von {{title}} ausblenden',
  caption:
    'Teams mit ihren Unterteams, jede Person einmal. Die meisten zum Ziel fehlenden Personen zuerst.',
  nobody: 'niemand',
  hidden: 'nicht gezeigt',
  small:
    'Zahlen zu weniger als {{fewest, number}} Personen sehen nur Personen, die auch die Namen sehen dürfen; ebenso Zahlen, die sie verraten würden.',
  openPeople_one: '{{count, number}} Person von {{title}}: {{state}}',
  openPeople_other: '{{count, number}} Personen von {{title}}: {{state}}',
  tenants: {
    title: 'Über alle Mandanten',
    tenant: 'Mandant',
    registered: 'Registriert',
    figure: 'Anteil',
    short: 'Fehlen',
    stale: 'Veraltet:',
    total: 'Summe von {{count, number}}',
    two: 'Wer in zwei Mandanten ist, zählt hier als zwei Personen.',
    partial: 'Was veraltet ist oder nicht gezeigt wird, ist nicht dabei.',
    none: 'Es gibt keine zwei Zahlen von jetzt, die sich zusammenzählen ließen.',
    noneThen:
      'An diesem Tag gab es keine zwei Zahlen, die sich zusammenzählen ließen.',
  },
  more: 'Mehr Teams anzeigen',
  map: {
    caption: 'So groß wie die gezählten Personen, in der Farbe der Lücke.',
    label: 'Teams nach den Personen, die in ihnen gezählt werden',
    path: 'Übergeordnete Teams',
    top: 'Alle Teams',
    of: 'von {{people}} Personen',
    short_one: '{{count, number}} Person fehlt',
    short_other: '{{count, number}} Personen fehlen',
    gap: {
      met: 'Ziel erreicht',
      near: 'bis zu 5 Punkte fehlen',
      far: 'bis zu 15 Punkte fehlen',
      farthest: 'mehr als 15 Punkte fehlen',
    },
    note: 'Ein Team öffnet seine Unterteams. Wer in zwei Teams ist, zählt in beiden.',
    nobody: 'Niemand wird gezählt in: {{teams}}',
    more: 'Das sind die {{count, number}} größten. Die Tabelle hat alle.',
  },
  none: {
    title: 'Keine Teams',
    text: 'Teams sind Gruppen des Katalogs. Nehmen Sie sie auf, etwa mit dem Anbieter für Microsoft Graph, und synchronisieren Sie erneut.',
    search: 'Kein Team heißt so ähnlich wie „{{query}}“.',
  },
};
