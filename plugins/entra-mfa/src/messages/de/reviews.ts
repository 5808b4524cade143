import type { reviews as english } from '../reviews';
import type { MessagesOf } from '../MessagesOf';

export const reviews: MessagesOf<typeof english> = {
  title: 'Zugriffsüberprüfungen',
  intro:
    'Jedes Quartal: Wer hat eine Rolle, wer ist neu, wer ist ausgeschieden und noch aktiviert, wer hat noch keine Methode? Oder zu einer Rolle, einer Gruppe oder einem Team: Wer braucht sie noch? Entscheidungen werden mit Name und Zeit festgehalten; in Entra ändert sich dadurch nichts.',
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
  memberKeys:
    'Tasten bei einer Person: J nächste, K vorige; O öffnen; 1 beibehalten, 2 Zugriff entziehen; N Notiz.',
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
  scope: {
    risks: 'Risiken und Änderungen',
    role: 'Rolle',
    group: 'Gruppe',
    team: 'Team',
    named: '{{kind}}: {{name}}',
  },
  reviewers: {
    conductor: 'entschieden von denen, die Überprüfungen durchführen',
    leads: 'entschieden von Teamleitungen, über ihre Personen',
    users: 'entschieden von genannten Benutzern',
  },
  due: {
    left_one: 'fällig am {{date}}, noch {{count, number}} Tag',
    left_other: 'fällig am {{date}}, noch {{count, number}} Tage',
    today: 'heute fällig',
    over_one: 'fällig am {{date}}, seit {{count, number}} Tag überfällig',
    over_other: 'fällig am {{date}}, seit {{count, number}} Tagen überfällig',
    was: 'gesetzter Tag: {{date}}',
  },
  mine_one: '{{count, number}} Person wartet auf Sie',
  mine_other: '{{count, number}} Personen warten auf Sie',
  byReviewer: '{{user}}: {{decided, number}} von {{items, number}} entschieden',
  moreReviewers_one: 'und {{count, number}} weitere Person, die entscheidet',
  moreReviewers_other:
    'und {{count, number}} weitere Personen, die entscheiden',
  unassigned_one:
    '{{count, number}} Person ohne zuständige Leitung: Es entscheidet, wer Überprüfungen durchführt',
  unassigned_other:
    '{{count, number}} Personen ohne zuständige Leitung: Es entscheidet, wer Überprüfungen durchführt',
  unassignedThen_one: '{{count, number}} Person hatte keine zuständige Leitung',
  unassignedThen_other:
    '{{count, number}} Personen hatten keine zuständige Leitung',
  given: 'Wer entscheidet',
  givenTo: { me: 'Ihre', nobody: 'ohne zuständige Leitung' },
  asked: 'Um Entscheidung gebeten:',
  question: {
    role: 'Braucht jede Person diese Rolle noch?',
    group: 'Muss jede Person noch in dieser Gruppe sein?',
    team: 'Muss jede Person noch in diesem Team sein?',
  },
  toDo: 'Wer entfernt werden soll, muss dort entfernt werden, wo das gepflegt wird; die geschlossene Überprüfung zeigt, ob das geschehen ist.',
  held: { active: 'aktiv', eligible: 'berechtigt' },
  since: {
    removed: 'seither entfernt',
    still: 'noch vorhanden',
    notKnown: 'nicht bekannt, ob noch vorhanden',
  },
  followUp: {
    toRemove_one: '{{count, number}} Person soll entfernt werden.',
    toRemove_other: '{{count, number}} Personen sollen entfernt werden.',
    now: 'Seither entfernt: {{removed, number}}, noch vorhanden: {{still, number}}.',
    notKnown:
      'Ob das geschehen ist, ist nicht bekannt: Es wird derzeit nicht abgerufen.',
  },
  every: {
    once: 'einmal, jetzt',
    monthly: 'jeden Monat',
    quarterly: 'jedes Quartal',
    halfYearly: 'jedes halbe Jahr',
    yearly: 'jedes Jahr',
  },
  schedules: 'Immer wieder geöffnet',
  next: 'die nächste am {{date}}',
  opensSoon: 'sie öffnet sich in einigen Minuten',
  waits: {
    open: 'wartet, bis die vorige geschlossen ist',
    failed: 'wartet: Die letzte Synchronisierung ist fehlgeschlagen',
    held: 'wartet: Eine Zahl wird zurückgehalten',
    stale: 'wartet: Die Zahlen sind zu alt',
    notRead: 'wartet auf eine Synchronisierung seit diesem Tag',
    notFound:
      'wartet: Was überprüft werden soll, ist nicht da oder wird nicht abgerufen',
  },
  planned: 'Sie öffnet sich ab diesem Tag von selbst.',
  stopped: 'Es öffnet sich keine weitere.',
  change: {
    open: 'Ändern',
    title: '{{title}} ändern',
    text: 'Die nächste Überprüfung folgt dem, was dann hier steht. Geöffnete bleiben, wie sie sind.',
    confirm: 'Ändern',
    done: 'Geändert.',
  },
  changed: 'geändert am {{date}} von {{user}}',
  handOver: {
    open: 'Weitergeben, was bei {{user}} offen ist',
    title: 'Weitergeben, was bei {{user}} offen ist',
    text_one:
      '{{count, number}} Person ohne Entscheidung geht an den Benutzer, den Sie auswählen, außer er selbst ist sie. Was entschieden wurde, bleibt, wie es ist.',
    text_other:
      '{{count, number}} Personen ohne Entscheidung gehen an den Benutzer, den Sie auswählen, außer ihm selbst. Was entschieden wurde, bleibt, wie es ist.',
    to: 'Benutzer',
    confirm: 'Weitergeben',
    done_one:
      'Weitergegeben: {{count, number}} Person. Wer sie übernimmt, erfährt es.',
    done_other:
      'Weitergegeben: {{count, number}} Personen. Wer sie übernimmt, erfährt es.',
    ownLeft:
      'Weitergegeben: {{count, number}}. Der Benutzer ist selbst eine dieser Personen: Geben Sie diese an jemand anderen.',
  },
  handedOver_one:
    '{{count, number}} Person ohne Entscheidung ging am {{date}} von {{from}} an {{to}}, durch {{user}}',
  handedOver_other:
    '{{count, number}} Personen ohne Entscheidung gingen am {{date}} von {{from}} an {{to}}, durch {{user}}',
  stop: {
    open: 'Beenden',
    title: '{{title}} beenden',
    text: 'Davon öffnet sich keine weitere Überprüfung von selbst. Eine offene bleibt offen.',
    confirm: 'Beenden',
  },
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
    what: 'Was überprüft wird',
    kind: {
      risks: 'Risiken und Änderungen, bei allen',
      role: 'Wer eine Rolle hat',
      group: 'Wer in einer Gruppe ist',
      team: 'Wer in einem Team ist',
    },
    about: {
      risks:
        'Ihre Liste entsteht aus den neuesten Zahlen und bleibt dann, wie sie ist: wer privilegiert, neu, ausgeschieden oder ohne Methode ist.',
      members:
        'Ihre Liste entsteht aus den neuesten Zahlen und bleibt dann, wie sie ist: alle, die dazugehören, jeweils mit der Frage, ob sie das noch brauchen.',
    },
    search: 'Nach Namen suchen',
    reviewers: 'Wer entscheidet',
    by: {
      conductor: 'Wer Überprüfungen durchführt',
      leads: 'Teamleitungen, über ihre Personen',
      users: 'Benutzer, die Sie nennen',
    },
    leads:
      'Jede Person geht an die Leitung ihres Teams, wie der Katalog sie nennt. Wer keine hat, bleibt bei denen, die Überprüfungen durchführen.',
    users: 'Benutzer',
    usersHint: 'Sie entscheiden über alle außer sich selbst.',
    within: 'Zu entscheiden',
    noDay: 'ohne Termin',
    days_one: 'innerhalb von {{count, number}} Tag',
    days_other: 'innerhalb von {{count, number}} Tagen',
    repeat: 'Wie oft',
    firstDay: 'Erster Tag',
    schedule:
      'Jede öffnet sich von selbst nach einer guten Synchronisierung an ihrem Tag oder später (UTC), in Ihrem Namen und mit denselben Entscheidenden.',
    name: 'Titel',
    confirm: 'Öffnen',
    plan: 'Planen',
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
