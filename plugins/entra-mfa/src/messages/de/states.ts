import type { states as english } from '../states';
import type { MessagesOf } from '../MessagesOf';

export const states: MessagesOf<typeof english> = {
  loading: 'MFA-Registrierung wird geladen',
  failed: {
    title: 'Die MFA-Registrierung konnte nicht geladen werden',
    action:
      'Versuchen Sie es erneut. Hilft das nicht, geben Sie diese Meldung den Betreibern des Portals.',
    notFound: 'Nicht gefunden',
  },
  wrong: {
    title: '{{name}}: „{{value}}“ kennt diese Seite nicht',
    text: 'Die Adresse fragt danach. Was Sie sehen, ist ohne das.',
    day: 'Die Adresse fragt danach. Ein Tag wird geschrieben wie 2026-11-21 und liegt nicht in der Zukunft; was Sie sehen, ist ohne das.',
    drop: 'Weglassen',
    address: 'Diese Adresse lässt sich nicht beantworten',
    whole: 'Alles weglassen, wonach sie fragt',
    page: 'Eine Seite „{{value}}“ gibt es hier nicht. Das ist die erste.',
    tenant: 'Mandanten weglassen',
    noTeam: 'Im Katalog gab es kein Team {{ref}}, als er gelesen wurde.',
    name: {
      at: 'Stand',
      from: 'Von',
      to: 'Bis',
      kind: 'Art',
      lifecycle: 'Lebenszyklus',
      mark: 'Wissenswert',
      method: 'Methode',
      reason: 'Grund',
      role: 'Rolle',
      scopeClass: 'Nicht gezählt',
      scopeRule: 'Regel',
      sort: 'Sortierung',
      state: 'Status',
      team: 'Team',
      tier: 'Stärke',
      trend: 'Verlauf',
    },
  },
  beforeData: {
    title: 'Vom {{date}} gibt es hier nichts',
    text: 'Was davon aufbewahrt ist, beginnt am {{date}}. Wählen Sie diesen oder einen späteren Tag.',
  },
  noPermission: {
    title: 'Das dürfen Sie nicht sehen',
    counts:
      'Die Zahlen erfordern die Berechtigung {{permission}}. Bitten Sie die Betreiber des Portals darum.',
    people:
      'Personen mit Namen erfordern die Berechtigung {{permission}}. Bitten Sie die Betreiber des Portals darum; die Zahlen der Teams stehen Ihnen offen.',
    compliance:
      'Kontrollen erfordern die Berechtigung {{permission}}. Bitten Sie die Betreiber des Portals darum.',
  },
  notConfigured: {
    title: 'Kein Mandant ist eingerichtet',
    intro: 'Vier Schritte verbinden einen Mandanten von Microsoft Entra:',
    register:
      'Registrieren Sie eine Anwendung in Microsoft Entra, und legen Sie einen geheimen Clientschlüssel an.',
    grant:
      'Geben Sie ihr die Anwendungsberechtigungen unten, und lassen Sie einen globalen Administrator oder einen Administrator für privilegierte Rollen die Administratorzustimmung erteilen.',
    configure:
      'Tragen Sie Mandanten-ID, Client-ID und Schlüssel unter entraMfa.tenants in app-config.yaml ein.',
    restart: 'Starten Sie das Portal neu. Der erste Abruf beginnt sofort.',
    permissions: 'Was jeder Datenbestand braucht',
    dataSet: 'Datenbestand',
    permission: 'Berechtigung',
    licence: 'Lizenz',
    why: 'Wozu',
    none: 'keine',
  },
  consent: {
    open: 'Zustimmungsfenster von Microsoft öffnen',
    lists:
      'Es fragt nach dem, was die App-Registrierung aufführt: Fügen Sie eine fehlende Berechtigung dort zuerst hinzu, unter API-Berechtigungen. Endet es mit einem Fehler zu einer Antwortadresse, synchronisieren Sie: Das zeigt, ob die Zustimmung erteilt wurde.',
    neither:
      'Falls Sie weder globaler Administrator noch Administrator für privilegierte Rollen sind',
    neitherText:
      'Schicken Sie das einem von ihnen. Niemand sonst kann die Administratorzustimmung erteilen.',
    request: 'Die Bitte',
    copy: 'Bitte kopieren',
    copied: 'Kopiert',
    ask: 'Bitte erteilen Sie einer App in Microsoft Entra die Administratorzustimmung, damit unser Entwicklerportal lesen kann, wer sich für MFA registriert hat. Dazu braucht es einen globalen Administrator oder einen Administrator für privilegierte Rollen.',
    tenant: 'Mandant: {{tenant}}',
    app: 'App (Client-ID): {{clientId}}',
    permissions:
      'Anwendungsberechtigungen von Microsoft Graph, alle nur zum Lesen: {{permissions}}. Eine, die die App-Registrierung nicht aufführt, muss zuerst hinzugefügt werden, unter API-Berechtigungen.',
    page: 'Die Seite von Microsoft dafür: {{url}}',
    setUp: 'Administratorzustimmung erteilen',
    setUpText:
      'Mit den beiden IDs der App-Registrierung öffnet dies das Fenster dafür. Sie werden nicht gespeichert.',
    tenantId: 'Verzeichnis-ID (Mandant)',
    clientId: 'Anwendungs-ID (Client)',
    notAnId: 'Eine ID sieht so aus: 00000000-0000-0000-0000-000000000000.',
    cloud: 'Cloud',
    clouds: {
      global: 'Global',
      usGovernment: 'US-Regierung',
      usGovernmentDoD: 'US-Regierung (DoD)',
      china: 'China (21Vianet)',
    },
  },
  firstRun: {
    title: 'Der erste Abruf läuft',
    waiting: 'Der erste Abruf hat noch nicht begonnen. Er beginnt von selbst.',
    starting: 'Der Abruf beginnt.',
    assessing:
      'Alles ist abgerufen. Personen und Teams werden gezählt; danach erscheinen die Zahlen.',
    reading:
      '{{rows, number}} Zeilen auf {{pages, number}} Seiten abgerufen, jetzt {{dataSet}}. Die Zahlen erscheinen, sobald der Abruf vollständig ist.',
    people: '{{people, number}} Personen aus dem Verzeichnis abgerufen',
    peopleOf:
      '{{people, number}} von etwa {{expected, number}} Personen aus dem Verzeichnis abgerufen',
    report:
      '{{rows, number}} von etwa {{expected, number}} Zeilen des Berichts von Microsoft abgerufen',
    timeLeft: 'noch etwa {{age}}',
    timeLeftAtLeast: 'noch mindestens {{age}}',
    timeLeftShort: 'noch weniger als eine Minute',
    started: 'läuft schon {{age}}',
    paused:
      'insgesamt {{seconds}} s gewartet, um das Tempo von Microsoft Graph einzuhalten',
    failing: 'Der erste Abruf ist noch nicht gelungen',
  },
  stale: {
    title: 'Diese Zahlen sind alt',
    notRead: 'Sie sind {{age}} alt, erlaubt sind {{limit}}.',
    reportOld:
      'Der Bericht von Microsoft ist {{age}} alt, erlaubt sind {{limit}}.',
    notMet: 'Keine Vorgabe gilt damit als erfüllt.',
  },
  disconnected: {
    title: '{{tenant}} ist seit {{since}} getrennt',
    text: 'Diese Zahlen sind vom {{day}}. Es wird nichts mehr abgerufen.',
    never: 'Vorher wurde nichts abgerufen, also gibt es nichts zu zeigen.',
    connection: 'Zur Verbindung',
    former: 'Mandanten, die verbunden waren',
    mark: '{{tenant}} (getrennt)',
  },
  past: {
    text: 'Stand {{date}}: Momentaufnahme {{number}} vom {{read}}, nach den Regeln {{rules}}.',
    back: 'Zurück zu jetzt',
  },
  problem: {
    title: 'Die Daten brauchen Aufmerksamkeit',
    since: 'besteht schon {{age}}',
  },
};
