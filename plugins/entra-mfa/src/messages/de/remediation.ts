/** Words of what is to be mended, and of how long that took. */
export const remediation = {
  title: 'Zu beheben',
  aside:
    'eine Lücke schließt sich, wenn eine Synchronisierung zeigt, dass sie behoben ist, nie durch einen Klick',
  note: 'Zeit bis zur Behebung: Von den Lücken, die in den letzten {{days, number}} Tagen behoben wurden, brauchte die Hälfte nicht länger als die erste Angabe und neun von zehn nicht länger als die zweite. Von der Zeit vor dem {{since}} ist nur bekannt, was an diesem Tag so war: Eine solche Lücke kann älter sein.',
  ofTeam: 'Wer jetzt zum Team gehört, mit seinen Unterteams.',
  hidden:
    'Dieses Team ist zu klein: Seine Zahlen sehen nur Personen, die Namen sehen dürfen.',
  none: 'Nichts dergleichen wurde gefunden.',
  column: {
    kind: 'Lücke',
    open: 'Offen',
    ages: 'Offen seit',
    fixed: 'Behoben in {{days, number}} Tagen',
    other: 'Anders geschlossen',
    median: 'Die Hälfte in',
    p90: 'Neun von zehn in',
  },
  age: {
    week: 'bis zu 7 Tage',
    month: '8–30 Tage',
    quarter: '31–90 Tage',
    longer: 'über 90 Tage',
  },
  ageCount: '{{age}}: {{count, number}}',
  kind: {
    uncovered: 'Nicht registriert',
    privilegedPhoneOnly: 'Privilegiert, nur ein Telefon',
    breakGlass: 'Befund im Register der Notfallkonten',
    connection: 'Verbindung braucht Aufmerksamkeit',
  },
  outcome: {
    fixed: 'behoben',
    exempt: 'ausgenommen',
    leftScope: 'nicht mehr gezählt',
    left: 'nicht mehr im Verzeichnis',
  },
  outcomeCount: '{{count, number}} {{outcome}}',
  underAnHour: 'unter 1 Stunde',
  hours_one: '{{count, number}} Stunde',
  hours_other: '{{count, number}} Stunden',
  days_one: '{{count, number}} Tag',
  days_other: '{{count, number}} Tagen',
  person: {
    title: 'Lücken',
    aside:
      'geschlossen durch eine Synchronisierung, die es zeigt, und durch nichts sonst',
    opened: 'Begonnen',
    closed: 'Geschlossen',
    open: 'offen',
    bySnapshot: 'durch Stand {{snapshot, number}}',
    told: 'Erinnert',
    notTold: 'nicht erinnert',
  },
};
