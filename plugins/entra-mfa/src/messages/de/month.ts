import type { MessagesOf } from '../MessagesOf';
import type { month as english } from '../month';

/** Words of the report of a month. */
export const month: MessagesOf<typeof english> = {
  link: 'Der Monat als Bericht',
  title: '{{month}}: {{whose}}',
  goesOn: 'Der Monat läuft noch: Die Zahlen sind die von jetzt.',
  previous: 'Monat davor',
  next: 'Monat danach',
  print: 'Drucken',
  none: 'Keine Zahlen für {{month}}: Die Aufzeichnung beginnt später',
  small:
    'So wenige Personen, dass die Zahlen nur sieht, wer auch die Namen sehen darf',
  now: 'Am Ende',
  figures: {
    title: 'Die Lücke',
    short_one: '{{count, number}} Person fehlt bis {{target}}',
    short_other: '{{count, number}} Personen fehlen bis {{target}}',
    met: 'Ziel von {{target}} erreicht',
    what: 'Gezählte Personen',
    begin: 'Anfang',
    end: 'Ende',
    change: 'Änderung',
    coverage: 'Abdeckung',
    compared: 'Gelesen am {{from}} und am {{to}}.',
    noBegin:
      'Gelesen am {{to}}. Von der Zeit vor dem Monat gibt es keine Zahlen.',
  },
  lost: {
    title: 'Registrierung verloren',
    none: 'Niemand hat sie verloren.',
  },
  joined: {
    title: 'Neu im Verzeichnis',
    none: 'Niemand ist neu.',
  },
  gained: {
    title: 'Neu registriert',
    none: 'Niemand, der es nicht war, hat sich registriert.',
  },
  more_one: 'und {{count, number}} weitere',
  more_other: 'und {{count, number}} weitere',
  comes: {
    title: 'Was kommt',
    open_one: '{{count, number}} Person ist nicht registriert.',
    open_other: '{{count, number}} Personen sind nicht registriert.',
    none: 'Alle, die gezählt werden, sind registriert.',
  },
};
