import type { roles as english } from '../roles';
import type { MessagesOf } from '../MessagesOf';

export const roles: MessagesOf<typeof english> = {
  figure: {
    registered:
      '{{covered, number}} von {{counted, number}} privilegierten Personen haben eine starke Methode registriert: {{figure}}',
    capable:
      '{{covered, number}} von {{counted, number}} privilegierten Personen sind MFA-fähig: {{figure}}',
  },
  nobody: 'Im Geltungsbereich zählt noch keine privilegierte Person.',
  seeAll: 'Alle {{value, number}} anzeigen',
  disabled_one:
    '{{count, number}} deaktiviertes Konto hat eine Rolle oder kann eine aktivieren',
  disabled_other:
    '{{count, number}} deaktivierte Konten haben eine Rolle oder können eine aktivieren',
  activeNotKnown: 'Wer privilegiert ist, ist nicht bekannt: {{why}}.',
  eligibleNotKnown: 'Berechtigungen für Rollen sind nicht bekannt: {{why}}.',
  groupsNotKnown: 'Rollen über Gruppen sind nicht bekannt: {{why}}.',
  groupEligibilityNotKnown:
    'Wer Mitglied einer Gruppe mit Rolle werden kann, ist nicht bekannt: {{why}}.',
  mayBeMore:
    'Es kann mehr privilegierte Personen geben, daher gilt kein Ziel für sie als erreicht.',
  nobodyEligible:
    'Niemand kann für eine Rolle berechtigt sein: Der Mandant hat weder Entra ID P2 noch Entra ID Governance.',
  privilegedRoles_one:
    'Privilegiert ist {{count, number}} integrierte Rolle, nach der Liste von Microsoft vom {{date}}.',
  privilegedRoles_other:
    'Privilegiert sind {{count, number}} integrierte Rollen, nach der Liste von Microsoft vom {{date}}.',
  rolesAdded_one: '{{count, number}} weitere Rolle ist konfiguriert.',
  rolesAdded_other: '{{count, number}} weitere Rollen sind konfiguriert.',
  byRole: 'Nach Rolle',
  why: {
    noPermission: '{{permission}} fehlt',
    notRead: 'das wurde nicht abgerufen',
  },
  person: {
    title: 'Rollen',
    active: 'Aktiv',
    eligible: 'Berechtigt',
    none: 'keine',
    notKnown: 'unbekannt',
    groupsNotKnown: 'Rollen über Gruppen sind nicht bekannt.',
    groupEligibilityNotKnown:
      'Rollen von Gruppen, deren Mitglied die Person werden kann, sind nicht bekannt.',
    eligibleInPart: 'Weitere Berechtigungen für Rollen sind nicht bekannt.',
    privileged: 'privilegiert',
    through: 'über die Gruppe {{group}}',
    canJoin: 'durch Mitgliedschaft in der Gruppe {{group}}',
    scope: 'nur für {{scope}}',
  },
  list: {
    title: 'Rollen',
    aside: 'Eine Person kann mehrere haben. Jede Zahl öffnet ihre Liste.',
    role: 'Rolle',
    active: 'Haben sie',
    activeHint:
      'Personen im Geltungsbereich, die die Rolle jetzt haben, auch über eine Gruppe',
    eligible: 'Können sie aktivieren',
    eligibleHint:
      'Personen im Geltungsbereich, die die Rolle aktivieren können, ob sie sie jetzt haben oder nicht',
    people: 'Personen',
    peopleHint:
      'Personen im Geltungsbereich, die sie haben oder aktivieren können, jede einmal',
    outOfScopeHint:
      'Konten mit der Rolle, die nicht gezählt werden, etwa deaktivierte oder Notfallkonten',
    custom: 'benutzerdefinierte Rolle',
    hidden: 'Zahlen nicht gezeigt',
    open: '{{value, number}} mit {{role}}: {{label}}',
    openAtLeast: 'mindestens {{value, number}} mit {{role}}: {{label}}',
    atLeast: '{{value, number}}+',
    atLeastNote:
      'Nicht alles über Rollen wurde abgerufen: 5+ heißt mindestens fünf, ein Strich, dass nichts bekannt ist.',
    small:
      'Zahlen zu weniger als {{fewest, number}} Personen sehen nur Personen, die auch die Namen sehen dürfen; ebenso Zahlen, die sie verraten würden.',
    none: {
      title: 'Von niemandem ist eine Rolle bekannt',
      text: 'Soweit Rollen abgerufen wurden, hat niemand im Verzeichnis eine oder kann eine aktivieren.',
    },
    notKept: {
      title: 'Für dieses Datum nicht bekannt',
      text: 'Wer welche Rolle hatte, wurde damals noch nicht festgehalten. Wählen Sie ein späteres Datum.',
    },
  },
  crossCheck: {
    title: 'Die Zählung von Microsoft',
    note: 'Alle Konten, die nicht gesperrt sind, auch Gäste.',
    who: 'Gezählt von',
    users: 'Konten',
    capable: 'MFA-fähig',
    microsoft: 'Microsoft',
    here: 'hier',
    difference: 'Unterschied',
    same: 'Beide kommen auf dasselbe.',
    reason: {
      guests: 'Vermutlich, weil Microsoft Gäste ausgelassen hat.',
      disabled:
        'Vermutlich, weil Microsoft noch Konten zählt, die im Verzeichnis deaktiviert sind.',
      rowsWithoutPerson:
        'Vermutlich, weil Microsoft noch Konten zählt, die es im Verzeichnis nicht mehr gibt.',
      refreshed:
        'Vermutlich, weil beide aus verschiedenen Zeiten stammen: Der Bericht von Microsoft hinkt bis zu 36 Stunden nach.',
    },
  },
  cis: {
    title: 'Die Zählung nach CIS',
    note: 'CIS Microsoft 365 5.2.3.4, nach dem Registrierungsbericht.',
    who: 'Gezählt von',
    people: 'Personen',
    capable: 'MFA-fähig',
    figure: 'Quote',
    cis: 'CIS: alle Mitglieder',
    here: 'hier: wer zählt, auf der Grundlage MFA-fähig',
    line: '{{figure}} nach der Zählung von CIS 5.2.3.4',
    lineOf:
      '{{figure}} nach der Zählung von CIS 5.2.3.4: {{capable, number}} von {{members, number}}',
    whoever:
      'CIS zählt alle Mitglieder mit einer Zeile im Bericht, wer immer sie hier sind, und richtet sich allein nach dem Kennzeichen.',
    leftOut_one:
      '{{count, number}} davon ist hier ausgeschlossen oder ausgenommen.',
    leftOut_other:
      '{{count, number}} davon sind hier ausgeschlossen oder ausgenommen.',
    certificate_one:
      '{{count, number}} davon ist nur fähig, weil die Anmeldung mit Zertifikat offensteht. Das weist keine Methode nach und zählt daher hier nicht.',
    certificate_other:
      '{{count, number}} davon sind nur fähig, weil die Anmeldung mit Zertifikat offensteht. Das weist keine Methode nach und zählt daher hier nicht.',
  },
};
