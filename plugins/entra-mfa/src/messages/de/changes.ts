import type { changes as english } from '../changes';
import type { MessagesOf } from '../MessagesOf';

export const changes: MessagesOf<typeof english> = {
  title: 'Was sich geändert hat',
  kind: {
    lost: 'verloren',
    downgraded: 'herabgestuft',
    left: 'ausgeschieden',
    joined: 'hinzugekommen',
    gained: 'gewonnen',
    upgraded: 'hochgestuft',
    scope: 'anders gezählt',
    exception: 'Ausnahme',
    rule: 'Regeln geändert',
    certainty: 'bekannt oder unbekannt',
    renamed: 'umbenannt',
  },
  meaning: {
    lost: 'zuvor registriert, jetzt nicht mehr',
    downgraded:
      'zuvor und jetzt registriert, mit einer schwächeren besten Methode oder einer, die nicht mehr zugelassen ist',
    left: 'nicht mehr im Verzeichnis',
    joined: 'neu im Verzeichnis',
    gained: 'zuvor nicht registriert, jetzt registriert',
    upgraded:
      'zuvor und jetzt registriert, mit einer stärkeren besten Methode oder einer, die nun zugelassen ist',
    scope:
      'zählt jetzt, wird jetzt ausgelassen oder aus einem anderen Grund ausgelassen',
    exception: 'eine Ausnahme begann oder endete',
    rule: 'dieselben Tatsachen, nach anderen Regeln bewertet',
    certainty: 'wurde bekannt oder unbekannt',
    renamed: 'ein anderer Name oder Benutzerprinzipalname, sonst nichts',
  },
  kinds: 'Arten von Änderungen',
  period: 'Zeitraum',
  from: 'Von',
  to: 'bis',
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  compared: 'Von {{from}} bis {{to}}.',
  beginning: 'Der Verlauf beginnt am {{from}}: Verglichen wird mit diesem Tag.',
  found_one: '{{count, number}} Person mit Änderung',
  found_other: '{{count, number}} Personen mit Änderung',
  some: 'Sie sehen die Personen, deren Namen Ihre Berechtigungen Ihnen zeigen; die Anzahlen umfassen alle.',
  hidden:
    'Wer es ist, sehen Personen mit der Berechtigung {{permission}}: Wenden Sie sich an die Betreiber des Portals.',
  small:
    'Es geht um so wenige Personen, dass die Anzahlen nur sieht, wer auch die Namen sehen darf.',
  byTeam: 'Was sich geändert hat, nach Team',
  byTeamNote:
    'Wo sich bei wenigen etwas geändert hat oder das Team klein ist, sieht die Anzahl nur, wer die Namen sehen darf.',
  column: {
    people: 'Personen',
    person: 'Person',
    kind: 'Änderung',
    before: 'Vorher',
    after: 'Nachher',
    team: 'Team',
    at: 'Wann',
  },
  absent: 'nicht im Verzeichnis',
  formerly: 'zuvor {{name}}',
  none: {
    title: 'Niemand mit Änderung',
    search: 'Niemand mit Änderung heißt so ähnlich wie „{{query}}“',
    seen: 'Niemand mit Änderung, den Sie sehen dürfen',
    text: 'Wählen Sie einen längeren Zeitraum, eine andere Art oder ein anderes Team.',
  },
  weeks: {
    title: 'Gewonnene und verlorene Registrierungen je Woche',
    gained: 'gewonnen, oben',
    lost: 'verloren, unten',
    week: 'Woche vom {{day}}: {{gained, number}} gewonnen, {{lost, number}} verloren. Zeigt diese Woche in der Liste.',
    hidden:
      'Woche vom {{day}}: so wenige Personen, dass die Anzahlen nicht gezeigt werden. Zeigt diese Woche in der Liste.',
    why: '„?“: So wenige Personen oder ein so kleines Team, dass die Anzahlen nur sieht, wer auch die Namen sehen darf.',
    short: 'Nach zwei Wochen mit Abrufen gibt es hier Balken je Woche.',
  },
  alarm: {
    title_one:
      '{{count, number}} Person hat in den letzten 7 Tagen ihre Registrierung verloren',
    title_other:
      '{{count, number}} Personen haben in den letzten 7 Tagen ihre Registrierung verloren',
    text: 'Fragen Sie nach, ob sie es selbst waren, und bitten Sie sie, sich neu zu registrieren.',
    see: 'Wer das ist',
    seeCounts: 'Nach Team ansehen',
    more_one: 'und {{count, number}} weitere',
    more_other: 'und {{count, number}} weitere',
  },
};
