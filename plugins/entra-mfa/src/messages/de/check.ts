import type { check as english } from '../check';
import type { MessagesOf } from '../MessagesOf';

export const check: MessagesOf<typeof english> = {
  title: 'Die Verbindung',
  signsIn: {
    secret: {
      noEnd:
        'Meldet sich mit einem geheimen Clientschlüssel an. Wann er endet, ist nicht konfiguriert: Setzen Sie expiresAt daneben, dann warnt dieses Portal vorher.',
      ends: 'Meldet sich mit einem geheimen Clientschlüssel an, der am {{date}} endet.',
      ended:
        'Meldet sich mit einem geheimen Clientschlüssel an, der am {{date}} geendet hat.',
    },
    sealedSecret: {
      noEnd:
        'Meldet sich mit einem geheimen Clientschlüssel an, der hier eingegeben wurde. Wann er endet, hat niemand gesagt: Geben Sie es beim nächsten an, dann warnt dieses Portal vorher.',
      ends: 'Meldet sich mit einem geheimen Clientschlüssel an, der hier eingegeben wurde und am {{date}} endet.',
      ended:
        'Meldet sich mit einem geheimen Clientschlüssel an, der hier eingegeben wurde und am {{date}} geendet hat.',
    },
    certificate: {
      noEnd:
        'Meldet sich mit einem Zertifikat an, dessen Dateien sich gerade nicht verwenden lassen.',
      ends: 'Meldet sich mit einem Zertifikat an, das am {{date}} endet.',
      ended:
        'Meldet sich mit einem Zertifikat an, das am {{date}} geendet hat.',
    },
    federated:
      'Meldet sich mit dem Nachweis einer Workload an: Es gibt kein Geheimnis, das endet.',
    reader:
      'Liest im Namen von jemandem, der sich angemeldet hat. Fragt Microsoft erneut nach der Person, sagt es die Verbindung.',
    managedIdentity:
      'Meldet sich mit einer verwalteten Identität an: Es gibt kein Geheimnis, das endet.',
  },
  replace: 'Sorgen Sie vorher für Ersatz.',
  replaceNow: 'Sorgen Sie jetzt für Ersatz: Neues lässt sich nicht abrufen.',
  check: 'Prüfen',
  about:
    'Eine Prüfung fragt Microsoft Graph einmal nach jedem Datenbestand und sagt, was funktioniert und was beim Rest zu tun ist. Sie speichert nichts.',
  failed: 'Die Verbindung konnte nicht geprüft werden: {{message}}',
  found: '{{works, number}} von {{all, number}} Datenbeständen sind abrufbar.',
  checkedAt: 'Geprüft um {{time}}.',
  noSignIn: 'Die Anmeldung schlug fehl, daher wurde nichts abgefragt.',
  column: {
    dataSet: 'Datenbestand',
    verdict: 'Funktioniert',
    why: 'Warum',
    action: 'Was zu tun ist',
    owner: 'Wer das kann',
  },
  verdict: {
    works: 'funktioniert',
    permissionMissing: 'Berechtigung fehlt',
    licenceMissing: 'Lizenz fehlt',
    notInThisCloud: 'nicht in dieser Cloud',
    throttled: 'gedrosselt',
    unreachable: 'nicht erreichbar',
    refused: 'abgelehnt',
  },
  until: 'bis {{time}}',
  optional: 'Zahlen kommen ohne sie aus',
  granted: 'das Token hat die Berechtigung',
  notGranted: 'das Token hat die Berechtigung nicht',
  otherPermission: 'durch eine andere Berechtigung',
  owner: {
    tenantAdministrator:
      'globaler Administrator oder Administrator für privilegierte Rollen des Mandanten',
    applicationOwner: 'Besitzer der App-Registrierung',
    licenceAdministrator: 'wer Lizenzen für den Mandanten kauft',
    reader: 'wer sich angemeldet hat, oder jemand an dessen Stelle',
    portalOperator: 'wer dieses Portal betreibt',
    microsoft: 'der Support von Microsoft, wenn es so bleibt',
    nobody: 'niemand muss etwas tun',
  },
  token: 'Berechtigungen im Token',
  tokenHint:
    'Nur ein Hinweis: Was funktioniert, hat Graph selbst beantwortet. Eine eben erteilte oder entzogene Berechtigung zeigt sich in einem neuen Token, wie dieses eines war.',
  noRoles: 'keine',
  more: {
    title: 'Mehr als nötig',
    text: 'Die Anwendung hat Berechtigungen, die hier nichts braucht. Wer an ihre Anmeldedaten kommt, hat sie auch: Entziehen Sie sie in der App-Registrierung.',
    writes: 'kann etwas ändern',
    reads: 'liest',
  },
};
