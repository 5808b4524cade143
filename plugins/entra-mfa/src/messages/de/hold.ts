import type { hold as english } from '../hold';
import type { MessagesOf } from '../MessagesOf';

export const hold: MessagesOf<typeof english> = {
  title:
    'Die Quote wird zurückgehalten: Sie würde von {{from}} auf {{to}} fallen',
  titlePast:
    'Die Quote wurde damals zurückgehalten: Sie wäre von {{from}} auf {{to}} gefallen',
  titleDoubted: 'Die Quote wird zurückgehalten: {{what}}',
  titleDoubtedPast: 'Die Quote wurde damals zurückgehalten: {{what}}',
  doubted: '{{title}}: {{rows, number}} kamen, wo es {{before, number}} gab',
  textDoubted:
    'Vieles, woraus die Quote entsteht, fehlt seit {{since}}. Die letzte Quote bleibt stehen, mit ihrem Datum. Stimmt der Verlust, wird der nächste übereinstimmende Abruf übernommen; freigeben lässt er sich auch vorher.',
  nothing: 'nichts',
  text_one:
    'Seit {{since}} ist {{count, number}} Person weniger als registriert gemeldet, bei gleichen Personen im Geltungsbereich. Die letzte Quote bleibt stehen, mit ihrem Datum.',
  text_other:
    'Seit {{since}} sind {{count, number}} Personen weniger als registriert gemeldet, bei gleichen Personen im Geltungsbereich. Die letzte Quote bleibt stehen, mit ihrem Datum.',
  why: 'So sieht eine verlorene Lizenz oder Berechtigung oder ein Ausfall des Berichts von Microsoft aus. Prüfen Sie, ob der Mandant Entra ID P1 oder P2 hat, ob die App AuditLog.Read.All hat, und den Dienststatus von Microsoft. Kommt die Quote zurück, endet das Zurückhalten von selbst.',
  released:
    'Freigegeben am {{date}}: Die nächste Synchronisierung veröffentlicht die Quote.',
  mayRelease:
    'Ist der Rückgang echt, kann jemand mit der Berechtigung {{permission}} ihn freigeben.',
  release: {
    open: 'Quote freigeben',
    title: 'Den Rückgang auf {{to}} veröffentlichen?',
    titleDoubted: 'Veröffentlichen, was abgerufen wurde?',
    text: 'Ihr Name, die Zeit und der Grund bleiben festgehalten. Eine Synchronisierung beginnt und veröffentlicht die Quote. Ist sie bis dahin weiter gefallen, wird sie erneut zurückgehalten.',
    reason: 'Warum der Rückgang echt ist',
    confirm: 'Freigeben',
    started:
      'Freigegeben. Die Quote folgt, sobald die Synchronisierung abgeschlossen ist.',
    queued:
      'Freigegeben. Eine Synchronisierung läuft; die danach veröffentlicht.',
    failed: 'Die Quote konnte nicht freigegeben werden: {{message}}',
  },
  history: {
    title: 'Zurückgehaltene Quoten',
    found: 'Bemerkt',
    fall: 'Rückgang',
    people: 'Weniger Personen',
    outcome: 'Was daraus wurde',
    by: 'Freigegeben von',
    open: 'zurückgehalten',
    released: 'freigegeben',
    recovered: 'endete von selbst',
    superseded: 'eine andere Quote wurde bemerkt',
    releasedBy: '{{user}}: {{reason}}',
  },
};
