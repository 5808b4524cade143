import type { data as english } from '../data';
import type { MessagesOf } from '../MessagesOf';

export const data: MessagesOf<typeof english> = {
  runs: 'Abrufe',
  state: {
    running: 'läuft',
    published: 'veröffentlicht',
    failed: 'fehlgeschlagen, nichts veröffentlicht',
    overtaken: 'überholt, nichts veröffentlicht',
  },
  outcome: {
    running: 'läuft',
    complete: 'vollständig',
    notDue: 'nicht fällig',
    partial: 'teilweise',
    skipped: 'übersprungen',
    failed: 'fehlgeschlagen',
  },
  took: '{{seconds}} s',
  column: {
    run: 'Abruf',
    started: 'Begonnen',
    took: 'Dauer',
    rows: 'Zeilen',
    changed: 'Geändert',
    calls: 'Aufrufe',
    waited: 'Gewartet',
    outcome: 'Ergebnis',
  },
  changes: '+{{added, number}} ~{{changed, number}} −{{removed, number}}',
  changesHint:
    '{{added, number}} hinzugefügt, {{changed, number}} geändert, {{removed, number}} entfernt',
  waited: '{{seconds}} s',
  requestIds: 'Anfrage-IDs für den Support von Microsoft: {{ids}}',
  noRuns: 'Noch wurde nichts abgerufen. Der erste Abruf beginnt von selbst.',
  expand: 'Zeigen, was Abruf {{number}} getan hat',
  collapse: 'Ausblenden, was Abruf {{number}} getan hat',
  unmatched: {
    title: 'Was keine Entsprechung hat',
    catalogUsers: 'Katalogbenutzer, die nicht in Entra sind',
    rows: 'Zeilen im Bericht ohne Person',
    people: 'Personen, die nicht im Katalog sind',
    openPeople: 'Liste öffnen',
    none: 'Keine.',
    noPermission:
      'Die Namen erfordern die Berechtigung {{permission}} für alle.',
  },
  permissions: 'Was abgerufen wird, und was es dafür braucht',
};
