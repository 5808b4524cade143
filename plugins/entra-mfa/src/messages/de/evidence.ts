/** Words of what is put on record, and of how it is checked. */
export const evidence = {
  log: {
    title: 'Festgehalten',
    note: 'Was jede Synchronisierung feststellt, kommt in ein Protokoll, das nur wächst: Wer einen Prüfpunkt aufhebt, kann später beweisen, dass davor nichts geändert wurde.',
    entries_one: '{{count, number}} Eintrag',
    entries_other: '{{count, number}} Einträge',
    size: 'Protokoll',
    newest: 'Neuester',
    signed: 'Signiert',
    signedBy: 'von {{name}}',
    notSigned: 'nicht signiert',
    notYet: 'mit der nächsten Synchronisierung',
    origin: 'Name des Protokolls',
    root: 'Wurzel',
    key: 'Öffentlicher Schlüssel',
    unsigned:
      'Niemand signiert dieses Protokoll. Es schützt vor Versehen, nicht aber vor jemandem, der in die Datenbank schreiben kann.',
    makeKey:
      'Wer das Portal betreibt, erzeugt einmal einen Schlüssel und nennt ihn in entraMfa.evidence.keyFile.',
    none: 'Damals wurde nichts festgehalten: Das Protokoll beginnt mit der ersten Synchronisierung, seit es eines gibt.',
    copyKey: 'Schlüssel kopieren',
    copyCheckpoint: 'Prüfpunkt kopieren',
    copied: 'Kopiert',
  },
  held: {
    title: 'Was festgestellt wurde',
    aside: 'jede Feststellung einmal, mit ihrem Fingerabdruck',
    what: 'Feststellung',
    since: 'Gilt seit',
    syncs: 'Synchronisierungen in Folge',
    fingerprint: 'SHA-256',
    entry: 'Eintrag',
  },
  type: {
    registrationSummary: 'Wer registriert ist, auf beiden Grundlagen',
    userInventorySummary: 'Alle im Verzeichnis, nach Zustand und Grund',
    privilegedSummary: 'Personen mit privilegierter Rolle',
    strengthAndMethods: 'Stärke und Methoden',
    policies: 'Was MFA verlangt',
    syncRecord: 'Was gelesen wurde',
    controlTests: 'Tests der Kontrollen, mit ihren Zahlen',
    controlStatus: 'Status jeder Kontrolle',
    breakGlassRegister: 'Notfallkonten, ihre Prüfungen und Übungen',
    exceptionsInForce: 'Geltende Ausnahmen',
    changes: 'Was die letzte Synchronisierung geändert hat',
    accessReviews: 'Abgeschlossene Zugriffsüberprüfungen',
    holds: 'Zurückgehaltene Zahlen',
    riskSummary: 'Personen mit Risiko',
    remediation: 'Was zu beheben war, und wie lange es dauerte',
  },
  bundle: {
    title: 'Weitergeben',
    note: 'Eine Datei mit allem, was festgestellt wurde, mit allen, über die gezählt wurde, und mit den Beweisen. Wer sie bekommt, prüft sie ohne dieses Portal; derselbe Tag ergibt dieselben Bytes.',
    button: 'Herunterladen',
    pseudonymous: 'Paket unter Pseudonymen (ZIP)',
    names: 'Paket mit Namen (ZIP)',
    report: 'Bericht als PDF',
    reportPage: 'Bericht als HTML',
    has: 'Was darin ist',
    part: {
      report:
        'Ein Bericht für Menschen, als Seite und zum Drucken: Zahlen, Kontrollen, und was er nicht zeigt. Er nennt niemanden und ist auch einzeln zu haben, auf Englisch.',
      evidence:
        'Was festgestellt wurde, mit dem Beweis, dass es an diesem Tag festgehalten war.',
      people:
        'Alle im Verzeichnis, damit die Zahlen nachgezählt werden können.',
      rules:
        'Die Regeln und Einstellungen, nach denen beurteilt wurde, in Worten und als Daten.',
      oscal:
        'Tests und Status der Kontrollen für Programme, die OSCAL des NIST lesen.',
    },
    check: 'So wird es geprüft, allein mit Shell, openssl 3, jq und sha256sum:',
    who: 'Das Paket ist für diejenigen, die alle sehen dürfen.',
    proves:
      'Es beweist, was an diesem Tag festgehalten war. Es beweist nicht, dass eine Anmeldung MFA verlangt hat.',
  },
};
