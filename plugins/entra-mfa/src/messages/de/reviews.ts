import type { reviews as english } from '../reviews';
import type { MessagesOf } from '../MessagesOf';

export const reviews: MessagesOf<typeof english> = {
  title: 'Zugriffsüberprüfungen',
  intro:
    'Jedes Quartal: Wer hat eine Rolle, wer ist neu, wer ist ausgeschieden und noch aktiviert, wer hat noch keine Methode? Entscheidungen werden mit Name und Zeit festgehalten; in Entra ändert sich dadurch nichts.',
  some: 'Sie sehen die Personen, deren Namen Ihre Berechtigungen Ihnen zeigen, und deren Anzahl.',
  noPermission:
    'Überprüfungen erfordern die Berechtigung {{conduct}}. Bitten Sie die Betreiber des Portals darum.',
  past: 'Überprüfungen werden gezeigt, wie sie jetzt sind, unabhängig vom Stand der Seite.',
  none: {
    title: 'Noch keine Überprüfung',
    text: 'Wer Überprüfungen durchführen darf, kann die erste öffnen. Ihre Liste entsteht aus den neuesten Zahlen.',
  },
  more: 'Mehr anzeigen',
  state: {
    open: 'offen',
    closed: 'geschlossen am {{date}} von {{user}}',
  },
  opened: 'geöffnet am {{date}} von {{user}}',
  asOf: 'Stand der Liste: {{moment}}.',
  compared: 'Neu und ausgeschieden seit {{date}}: {{what}}.',
  comparedReview: 'die Liste der Überprüfung {{number}}',
  comparedDays: 'zuvor wurde keine Überprüfung geschlossen',
  noMethodAfter:
    'Ohne Methode: Konten, die älter sind als {{days, number}} Tage.',
  rolesNotKnown_one:
    'Bei {{count, number}} Person war nicht bekannt, ob sie eine Rolle hat: Rollen wurden nicht abgerufen, sie steht also nur aus anderen Gründen auf der Liste.',
  rolesNotKnown_other:
    'Bei {{count, number}} Personen war nicht bekannt, ob sie eine Rolle haben: Rollen wurden nicht abgerufen, sie stehen also nur aus anderen Gründen auf der Liste.',
  progress: '{{decided, number}} von {{items, number}} entschieden',
  openLeft_one: '{{count, number}} Person ohne Entscheidung',
  openLeft_other: '{{count, number}} Personen ohne Entscheidung',
  closedIncomplete: 'Ohne alle Entscheidungen geschlossen: {{reason}}',
  back: 'Zurück zu den Überprüfungen',
  reasons: 'Gründe',
  decisions: 'Entscheidungen',
  reason: {
    privileged: 'privilegiert',
    new: 'neu',
    leftButEnabled: 'ausgeschieden, noch aktiviert',
    disabled: 'neu deaktiviert',
    noMethod: 'keine Methode',
  },
  decision: {
    open: 'keine Entscheidung',
    keep: 'beibehalten',
    removeAccess: 'Zugriff entziehen',
    register: 'zur Registrierung aufgefordert',
    noAccount: 'Konto soll weg',
  },
  search: 'Name oder Benutzerprinzipalname',
  find: 'Person suchen',
  found_one: '{{count, number}} Person',
  found_other: '{{count, number}} Personen',
  nobody: {
    title: 'Keine Person passt zu diesen Filtern',
    text: 'Entfernen Sie einen Filter, um mehr von der Liste zu sehen.',
  },
  nobodyListed: {
    title: 'Niemand steht auf dieser Liste',
    text: 'Als sie erstellt wurde, traf keiner der Gründe auf jemanden zu. Sie kann geschlossen werden.',
  },
  keys: 'Tasten bei einer Person: J nächste, K vorige; O öffnen; 1 beibehalten, 2 Zugriff entziehen, 3 zur Registrierung aufgefordert, 4 Konto soll weg; N Notiz.',
  list: 'Personen auf der Liste',
  then: 'Damals',
  now: 'Jetzt',
  both: 'Damals, jetzt',
  strength: 'Stärke: {{tier}}',
  gone: 'nicht mehr im Verzeichnis',
  registeredSince: 'seither registriert',
  notInCatalog: 'nicht im Katalog',
  made: 'Konto angelegt am {{date}}',
  disabledSince: 'deaktiviert seit {{date}}',
  leaveAt: 'Austrittsdatum {{date}}',
  own: 'Das sind Sie: Jemand anderes entscheidet.',
  decide: 'Entscheidung zu {{name}}',
  note: 'Notiz',
  notePlaceholder: 'Notiz zur nächsten Entscheidung',
  details: 'Einzelheiten: {{name}}',
  becameNow: 'jetzt',
  noteNeeded:
    'Begründen Sie, warum alles bleibt: privilegiert, und von einer Methode ist nichts bekannt.',
  decidedBy: '{{decision}}, von {{user}} am {{date}}',
  earlier: 'zuvor: {{decision}}, von {{user}} am {{date}}',
  failed: 'Nichts wurde festgehalten: {{message}}',
  open: {
    open: 'Überprüfung öffnen',
    title: 'Überprüfung öffnen',
    text: 'Ihre Liste entsteht sofort aus den neuesten Zahlen und bleibt dann, wie sie ist. Es ist immer nur eine Überprüfung offen.',
    name: 'Titel',
    confirm: 'Öffnen',
    done: 'Geöffnet.',
  },
  many: {
    open_one: 'Über {{count, number}} Person entscheiden',
    open_other: 'Über {{count, number}} Personen entscheiden',
    title: 'Für alle auf dieser Liste entscheiden',
    text_one:
      'Die Entscheidung wird für {{count, number}} Person festgehalten, auch wo es schon eine andere gibt: Diese bleibt als frühere erhalten. Sie selbst sind davon ausgenommen.',
    text_other:
      'Die Entscheidung wird für {{count, number}} Personen festgehalten, auch wo es schon eine andere gibt: Diese bleibt als frühere erhalten. Sie selbst sind davon ausgenommen.',
    decision: 'Entscheidung',
    confirm: 'Festhalten',
    done_one: 'Für {{count, number}} Person festgehalten.',
    done_other: 'Für {{count, number}} Personen festgehalten.',
  },
  close: {
    open: 'Überprüfung schließen',
    title: 'Überprüfung schließen',
    text: 'Danach ändert sich nichts mehr an ihr. Festgehalten wird, dass Sie sie geschlossen haben.',
    incomplete_one:
      '{{count, number}} Person hat keine Entscheidung, und dabei bleibt es: {{names}}',
    incomplete_other:
      '{{count, number}} Personen haben keine Entscheidung, und dabei bleibt es: {{names}}',
    more: 'und {{left, number}} weitere',
    reason: 'Warum ohne sie geschlossen wird',
    confirm: 'Schließen',
    done: 'Geschlossen.',
  },
};
