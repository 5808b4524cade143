import type { scope as english } from '../scope';
import type { MessagesOf } from '../MessagesOf';

export const scope: MessagesOf<typeof english> = {
  title: 'Eine Regel zum Geltungsbereich ausprobieren',
  intro:
    'Eine Regel schließt Personen nach dem, was das Verzeichnis über sie sagt, von der Quote aus. Hier wird sie an den Personen des angezeigten Tages ausprobiert. Nichts wird gespeichert: Eine Regel gilt, sobald sie in app-config.yaml steht.',
  onlyAll:
    'Ein Filter kann jede Person von anderen unterscheiden. Regeln probiert daher nur aus, wer alle namentlich sehen darf ({{permission}}).',
  leaveOut: {
    label: 'Ausschließen',
    matching: 'wen der Filter trifft',
    others: 'wen er nicht trifft',
  },
  filter: 'Filter',
  inPlaceOf: {
    label: 'Geltende Regeln',
    none: 'alle behalten',
    rule: 'anstelle von „{{rule}}“',
  },
  help: {
    title: 'Was ein Filter sagen kann',
    text: '{{texts}} und die Funktionen {{functions}} für Texte; {{dates}} für Datumsangaben; {{joins}} und Klammern, um sie zu verbinden. Texte stehen in einfachen Anführungszeichen; Groß- und Kleinschreibung sind gleich.',
    type: {
      text: 'Text',
      flag: 'true oder false',
      date: 'Datum, etwa 2026-01-31',
    },
    property: 'Eigenschaft',
    holds: 'Inhalt',
    onDemand: 'wird erst gelesen, wenn eine Regel sie nennt',
  },
  problem: {
    at: 'Zeichen {{at, number}}: {{what}}',
    unexpected: 'Hier steht „{{found}}“, erwartet wird: {{expected}}.',
    ends: 'Der Filter endet, erwartet wird: {{expected}}.',
    unknownProperty:
      'Die Eigenschaft „{{found}}“ gibt es nicht. Es gibt: {{expected}}.',
    unknownFunction:
      'Die Funktion „{{found}}“ gibt es nicht. Es gibt: {{expected}}.',
    wrongOperator: '„{{found}}“ passt hier nicht. Es passt: {{expected}}.',
    wrongValue: '„{{found}}“ ist hier kein Wert. Möglich ist {{expected}}.',
    onlyTrue:
      'Von dieser Eigenschaft wird nur true gespeichert. Vergleichen Sie sie mit eq oder ne mit true.',
    unfinishedText:
      'Der Text hat kein Ende. Schließen Sie ihn mit einem Anführungszeichen, und schreiben Sie eines im Text doppelt.',
    tooLong: 'Der Filter ist zu lang. Machen Sie mehrere Regeln daraus.',
    tooDeep: 'Zu viele Klammern stehen ineinander.',
    property: 'eine Eigenschaft',
  },
  none: 'Schreiben Sie einen Filter, oder wählen Sie eine Regel, die entfällt.',
  trying: 'Alle werden neu ausgewertet.',
  leave_one: '{{count, number}} Person würde aus der Quote ausscheiden.',
  leave_other: '{{count, number}} Personen würden aus der Quote ausscheiden.',
  enter_one: '{{count, number}} Person käme hinzu.',
  enter_other: '{{count, number}} Personen kämen hinzu.',
  nobody: 'Niemand würde ausscheiden oder hinzukommen.',
  privileged_one:
    '{{count, number}} der Ausscheidenden ist privilegiert. Das ist erlaubt, und die Übersicht wird es sagen: Vergewissern Sie sich, dass es so gemeint ist.',
  privileged_other:
    '{{count, number}} der Ausscheidenden sind privilegiert. Das ist erlaubt, und die Übersicht wird es sagen: Vergewissern Sie sich, dass es so gemeint ist.',
  notRead:
    'Noch nicht gelesen: {{properties}}. Das geschieht erst, wenn eine geltende Regel es nennt, und was unbekannt ist, schließt niemanden aus. Vor der ersten Synchronisierung danach sagt das Ergebnis darüber also nichts.',
  assumed: 'Mit der Regel, nicht die Quote',
  people: {
    title: 'Wer wechseln würde',
    change: 'Änderung',
    leaves: 'scheidet aus',
    enters: 'kommt hinzu',
    more_one: '{{count, number}} weitere Person',
    more_other: '{{count, number}} weitere Personen',
  },
  paste: {
    title: 'Für app-config.yaml',
    text: 'Geben Sie ihr einen Namen, eine verantwortliche Stelle und einen Grund. Der Filter ist der ausprobierte.',
    copy: 'Regel kopieren',
    copied: 'Die Regel ist kopiert',
  },
};
