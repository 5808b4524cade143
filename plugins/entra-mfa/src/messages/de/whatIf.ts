import type { whatIf as english } from '../whatIf';
import type { MessagesOf } from '../MessagesOf';

export const whatIf: MessagesOf<typeof english> = {
  title: 'Was wäre, wenn',
  open: 'Was wäre, wenn …?',
  close: 'Annahmen schließen',
  intro:
    'Alle werden neu bewertet, nach denselben Regeln und mit den Daten des gezeigten Tages. Nichts wird gespeichert.',
  none: 'Wählen Sie eine Annahme.',
  computing:
    'Alle werden neu bewertet. Bei einem großen Mandanten dauert das bis zu einer Minute.',
  phoneOff: 'Telefone sind abgeschaltet',
  phoneOffHint:
    'SMS und Anrufe zählen nicht mehr: Wer nichts anderes hat, ist nicht registriert.',
  withoutExceptions: 'Keine Ausnahme ist in Kraft',
  guests: {
    label: 'Gäste',
    asIs: 'wie bisher gezählt',
    counted: 'gezählt',
    leftOut: 'nicht gezählt',
  },
  basis: {
    label: 'Was zählt',
    asIs: 'was bisher zählt',
    registered: 'registriert',
    capable: 'MFA-fähig',
  },
  rules: {
    label: 'Regeln',
    then: 'jenes Tages',
    today: 'von heute',
  },
  target: 'Ziel in %',
  wholeTenant: 'Ganzer Mandant',
  clear: 'Nichts annehmen',
  shown: 'Die Quote',
  assumed: 'Angenommen, nicht die Quote',
  of: 'von {{name}}',
  column: {
    people: 'Personen',
    shown: 'Die Quote',
    assumed: 'Angenommen',
    difference: 'Unterschied',
    team: 'Team',
    short: 'Fehlende Personen',
  },
  row: {
    inScope: 'im Geltungsbereich',
    short: 'fehlen zum Ziel',
  },
  teams: {
    title: 'Team für Team',
    none: 'Bei keinem Team wäre die Quote eine andere.',
    same: 'gleich viele',
    more_one: '{{count, number}} mehr',
    more_other: '{{count, number}} mehr',
    fewer_one: '{{count, number}} weniger',
    fewer_other: '{{count, number}} weniger',
    left_one: '{{count, number}} weiteres Team änderte sich weniger',
    left_other: '{{count, number}} weitere Teams änderten sich weniger',
    hidden:
      'Teams mit weniger als {{value, number}} Personen, und solche, in denen weniger den Unterschied machen, sieht nur, wer ihre Personen namentlich sehen darf.',
  },
  nobody: 'niemand zählt',
  points: '{{points}} Punkte',
  today: {
    ask: 'mit den heutigen Regeln?',
    computing: 'mit den heutigen Regeln: Alle werden neu bewertet …',
    answer: 'mit den heutigen Regeln: {{figure}} ({{points}} Punkte)',
    answerNobody: 'mit den heutigen Regeln: Niemand zählt',
    note: 'jetzt berechnet, mit den Daten von damals; gezeigt wurde das nie',
  },
};
