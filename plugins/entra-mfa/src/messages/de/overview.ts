import type { overview as english } from '../overview';
import type { MessagesOf } from '../MessagesOf';

export const overview: MessagesOf<typeof english> = {
  sentence: {
    registered:
      '{{covered, number}} von {{counted, number}} gezählten Personen haben eine starke Methode registriert.',
    capable:
      '{{covered, number}} von {{counted, number}} gezählten Personen können MFA verwenden: Eine starke Methode ist registriert, und die Methodenrichtlinie lässt sie zu.',
    aside:
      'Von {{inScope, number}} im Geltungsbereich zählen {{unknown, number}} unbekannte und {{exempt, number}} ausgenommene weder dafür noch dagegen.',
    asideUnknown:
      'Von {{inScope, number}} im Geltungsbereich zählen {{unknown, number}} unbekannte weder dafür noch dagegen.',
    asideExempt:
      'Von {{inScope, number}} im Geltungsbereich zählen {{exempt, number}} ausgenommene weder dafür noch dagegen.',
    nobody: 'Im Geltungsbereich zählt noch niemand.',
  },
  figure: { registered: 'registriert', capable: 'MFA-fähig' },
  fromMethods: {
    title:
      'Aus den Methoden jeder Person; der Bericht von Microsoft braucht Entra ID P1.',
    capable: 'MFA-fähig: für diesen Mandanten nicht bekannt',
  },
  short_one: '{{count, number}} Person fehlt',
  short_other: '{{count, number}} Personen fehlen',
  met: 'Ziel erreicht',
  whatCounts: {
    title: 'Was zählt?',
    others: 'MFA-fähig nach anderen Zählungen: {{counts}}',
    figure: 'Die Quote',
    figureText: {
      registered:
        'Der Anteil der Personen im Geltungsbereich, für die Microsoft eine registrierte starke Methode meldet, an allen, die registriert oder nicht registriert sind. Nach einer Dezimalstelle abgeschnitten, nie aufgerundet. Unbekannte und ausgenommene Personen zählen weder dafür noch dagegen. Die Quote zeigt, dass Personen MFA verwenden können, nicht, dass MFA verlangt wird.',
      capable:
        'Der Anteil der Personen im Geltungsbereich, für die Microsoft eine registrierte und von der Methodenrichtlinie zugelassene starke Methode meldet, an allen, die MFA-fähig oder nicht MFA-fähig sind. Nach einer Dezimalstelle abgeschnitten, nie aufgerundet. Unbekannte und ausgenommene Personen zählen weder dafür noch dagegen. Die Quote zeigt, dass Personen MFA verwenden können, nicht, dass MFA verlangt wird.',
    },
    methods: 'Starke Methoden',
    methodsText:
      'Telefon (SMS oder Anruf), Microsoft Authenticator, Einmalkennungen einer App oder eines Hardwaretokens, Passkeys und FIDO2-Sicherheitsschlüssel, Windows Hello for Business und die Plattformanmeldeinformationen eines Mac. E-Mail, Sicherheitsfragen und Kennwörter gehören nicht dazu. Wer nur eine externe Methode hat, gilt als unbekannt: Der Bericht von Microsoft lässt sie aus.',
    other: 'Andere Zahlen, denen Sie begegnen können',
    cis: 'CIS {{figure}} von {{of, number}}',
    microsoft: 'Microsoft {{figure}} von {{of, number}}',
    microsoftText:
      '{{figure}} ist Microsofts eigene Zählung MFA-fähiger Konten: {{capable, number}} von {{users, number}}, die nicht gesperrt sind, ob sie hier im Geltungsbereich liegen oder nicht.',
    readsOnly: 'Nur lesend',
    readsOnlyText:
      'Diese Seiten zeigen, was Microsoft meldet. Sie richten MFA nicht ein und ändern nichts in Entra.',
  },
  health: {
    healthy: 'In Ordnung',
    needsAttention: 'Braucht Aufmerksamkeit',
    firstRun: 'Erster Abruf läuft',
    notConfigured: 'Nicht eingerichtet',
    disconnected: 'Getrennt',
  },
  read: 'Daten {{age}} alt',
  report: 'Bericht von Microsoft {{age}} alt',
  reportUndated: 'Alter des Berichts von Microsoft unbekannt',
  next: 'nächster Abruf {{time}}',
  due: 'fällig seit {{time}}',
  neverRead: 'noch nicht abgerufen',
  reading: 'wird gerade abgerufen: {{rows, number}} Zeilen {{dataSet}}',
  tabs: {
    label: 'Ansichten',
    overview: 'Überblick',
    teams: 'Teams',
    people: 'Personen',
    services: 'Dienste',
    changes: 'Änderungen',
    compliance: 'Compliance',
    controls: 'Maßnahmen',
    assessments: 'Bewertungen',
    reviews: 'Überprüfungen',
    exceptions: 'Ausnahmen',
    breakGlass: 'Notfallkonten',
    evidence: 'Nachweise',
    reminders: 'Erinnerungen',
    connections: 'Verbindungen',
  },
  tabCount: {
    requests_one: '{{count, number}} wartet auf Sie',
    requests_other: '{{count, number}} warten auf Sie',
    connections_one: '{{count, number}} Verbindung braucht Aufmerksamkeit',
    connections_other: '{{count, number}} Verbindungen brauchen Aufmerksamkeit',
  },
  controls: {
    tenant: 'Mandant',
    asOf: 'Stand',
    sync: 'Jetzt synchronisieren',
    syncRuns: 'Die Synchronisierung läuft.',
    syncAll: 'Alles ist abgerufen; Personen und Teams werden gezählt.',
    syncReads: '{{dataSet}} wird abgerufen.',
    syncPeople_one: '{{count, number}} Person abgerufen.',
    syncPeople_other: '{{count, number}} Personen abgerufen.',
    syncPeopleOf:
      '{{people, number}} von etwa {{expected, number}} Personen abgerufen.',
    syncPublished: 'Stand {{number}} ist veröffentlicht.',
    syncChanged: 'Stand {{number}} ist veröffentlicht: {{changes}}.',
    syncUnchanged:
      'Stand {{number}} ist veröffentlicht: Niemand hat sich geändert.',
    syncEnded:
      'Die Synchronisierung ist beendet und hat nichts veröffentlicht: {{problem}}',
    syncEndedNoReason:
      'Die Synchronisierung ist beendet und hat nichts veröffentlicht.',
    syncClose: 'Diese Meldung schließen',
    syncStarted:
      'Synchronisierung gestartet. Die Zahlen folgen, sobald sie abgeschlossen ist.',
    syncFailed:
      'Die Synchronisierung konnte nicht gestartet werden: {{message}}',
  },
  registered: {
    title: { registered: 'Registriert', capable: 'MFA-fähig' },
    hint: '{{value, number}} {{state}}: Liste öffnen',
    part: '{{value, number}} {{state}}',
    capableLine:
      'MFA-fähig {{figure}}: {{covered, number}} von {{counted, number}}',
    registeredLine:
      'Registriert {{figure}}: {{covered, number}} von {{counted, number}}',
    notAllowed:
      '{{value, number}} registriert, Methode von der Richtlinie nicht zugelassen',
    unknown: '{{value, number}} unbekannt',
    ofThem: ', davon',
  },
  gap: {
    title: 'Wo die Lücke ist',
    count: '{{uncovered, number}} von {{people, number}}',
    open: '{{figure}} in {{title}}: {{state}}',
    half_one: '{{count}} Team macht die Hälfte der Lücke aus',
    half_other: '{{count}} Teams machen die Hälfte der Lücke aus',
    allTeams: 'Alle Teams',
    none: 'Kein Team hat eine Lücke.',
    noTeams:
      'Noch kein Team hat Personen aus diesem Mandanten. Teams kommen aus dem Katalog: Prüfen Sie, ob seine Gruppen Mitglieder haben.',
  },
  trend: {
    title: 'Verlauf',
    date: 'Datum',
    coverage: 'Abdeckung',
    label:
      'Abdeckung von {{from}} bis {{to}}: {{first}} bis {{last}}, {{target}}',
    empty: {
      none: 'Noch zwei Abrufe an verschiedenen Tagen, dann gibt es eine Linie.',
      one: 'Noch ein Abruf an einem anderen Tag, dann gibt es eine Linie.',
      short:
        'In dieser Zeit wurde an weniger als zwei Tagen abgerufen. Ein längerer Zeitraum hat eine Linie.',
    },
    change: '{{change}} Punkte seit {{from}}',
    period: 'Gezeigte Tage',
    days_one: '{{count}} Tag',
    days_other: '{{count}} Tage',
    choose: 'Ein Tag öffnet diese Seiten mit seinem Stand.',
    forecast:
      '{{day}}: {{figure}} bei diesem Tempo, zwischen {{low}} und {{high}}',
    forecastRange: '{{day}}: zwischen {{low}} und {{high}} bei diesem Tempo',
    notes: 'Was anders war',
    note: {
      settings: 'Regeln geändert (andere Einstellungen)',
      code: 'Regeln geändert (andere Version der Regeln des Plugins)',
      joined_one: '{{count, number}} Person kam in den Geltungsbereich',
      joined_other: '{{count, number}} Personen kamen in den Geltungsbereich',
      left_one: '{{count, number}} Person verließ den Geltungsbereich',
      left_other: '{{count, number}} Personen verließen den Geltungsbereich',
    },
    threshold:
      'Vermerkt sind andere Regeln und {{share}} mehr oder weniger Personen im Geltungsbereich als am zuvor abgerufenen Tag, mindestens {{people, number}}.',
  },
  strength: {
    title: 'Wie stark',
    everyone: 'alle',
    privileged: 'privilegiert',
    note: 'Eine Stufe je Person: Die stärkste Methode zählt.',
    segment: '{{tier}}: {{value, number}}',
  },
  methods: {
    title: 'Methoden',
    method: 'Methode',
    tier: 'Stärke',
    people: 'Personen',
    note: 'Eine Person kann mehrere haben, die Summe ist daher größer als die Zahl der Personen.',
    none: 'Niemand im Geltungsbereich hat eine Methode registriert.',
  },
  notCounted: {
    title: 'Wer nicht gezählt wird',
    directory: 'Verzeichnis',
    inScopeLabel: 'im Geltungsbereich',
    notInCatalog: 'im Geltungsbereich, aber nicht im Katalog',
    catalogUsers: 'Katalogbenutzer, die nicht in Entra sind',
    rows: 'Zeilen im Bericht ohne Person',
    beside: 'Außerhalb der Summe:',
    counted: 'Im Geltungsbereich und wie Personen gezählt:',
    mailbox_one: 'gemeinsames Postfach, bei dem sich jemand anmelden kann',
    mailbox_other: 'gemeinsame Postfächer, bei denen sich jemand anmelden kann',
    rules: {
      title: 'Regeln zum Geltungsbereich',
      people_one: '{{count, number}} Person',
      people_other: '{{count, number}} Personen',
      owned: '{{reason}} · verantwortlich {{owner}}',
      privileged_one: '{{count, number}} davon ist privilegiert',
      privileged_other: '{{count, number}} davon sind privilegiert',
      groupNotRead:
        'Ihre Gruppe wurde nicht gelesen, daher schließt sie niemanden aus: Wen sie meint, wird hier gezählt.',
    },
  },
};
