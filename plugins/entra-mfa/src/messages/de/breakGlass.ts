import type { breakGlass as english } from '../breakGlass';
import type { MessagesOf } from '../MessagesOf';

export const breakGlass: MessagesOf<typeof english> = {
  title: 'Notfallkonten',
  note: 'Für den Fall, dass sich sonst niemand anmelden kann. Nie Teil der Quote.',
  findings: 'Befunde',
  fine_one: '{{count}} Konto besteht jede Prüfung.',
  fine_other: 'Alle {{count}} Konten bestehen jede Prüfung.',
  finding: {
    tooFew:
      '{{value, number}} von mindestens 2 Notfallkonten sind konfiguriert: Tragen Sie ihre Objekt-IDs in entraMfa.breakGlassIds ein.',
    failing:
      '{{value, number}} von {{configured, number}} Konten bestehen eine Prüfung nicht.',
    notKnown:
      'Von {{value, number}} von {{configured, number}} Konten ist nicht alles bekannt.',
  },
  check: {
    exists: 'vorhanden',
    enabled: 'aktiviert',
    cloudOnly: 'nur in der Cloud',
    ownMethod: 'eigene Methode',
    phishingResistant: 'Phishing-resistent',
    differs: 'anders als die täglichen Administratoren',
    permanentRole: 'dauerhafte Rolle',
    drill: 'Übung',
  },
  found: {
    exists: 'Das Konto ist im Verzeichnis.',
    missing:
      'Das Verzeichnis hat kein Konto mit dieser Objekt-ID: Berichtigen Sie entraMfa.breakGlassIds, oder legen Sie das Konto neu an.',
    noAccount: 'Es gibt kein solches Konto.',
    enabled: 'Das Konto ist aktiviert.',
    disabled: 'Das Konto ist deaktiviert: Es lässt niemanden hinein.',
    enabledNotTold: 'Das Verzeichnis sagt nicht, ob es aktiviert ist.',
    cloudOnly: 'Das Konto gibt es nur in der Cloud.',
    synchronised:
      'Das Konto wird aus einem lokalen Verzeichnis synchronisiert und fällt mit ihm aus.',
    methods: 'Registriert: {{kinds}} ({{tier}}).',
    phoneOnly:
      'Nur ein Telefon ist registriert, und das ist keine eigene Methode: Registrieren Sie einen Sicherheitsschlüssel.',
    noMethod: 'Keine für MFA brauchbare Methode ist registriert.',
    phishingResistant: 'Hat eine Phishing-resistente Methode.',
    notPhishingResistant:
      'Keine Phishing-resistente Methode ist registriert (beste: {{tier}}): Registrieren Sie einen Passkey, einen Sicherheitsschlüssel oder ein Zertifikat.',
    noRow: 'Der Registrierungsbericht hat keine Zeile zu dem Konto.',
    reportNotRead: 'Der Registrierungsbericht wurde nicht abgerufen.',
    differs:
      'Beruht nicht auf {{kind}} wie die meisten täglichen Administratoren.',
    same: 'Beruht allein auf {{kind}} wie die meisten täglichen Administratoren: Registrieren Sie eine andere Art von Methode.',
    nothingToCompare:
      'Keine eigene Methode ist bekannt, die zu vergleichen wäre.',
    noDailyMethod:
      'Welche Methode die täglichen Administratoren verwenden, ist nicht bekannt: Keine privilegierte Person im Geltungsbereich hat eine.',
    permanent: 'Hat die Rolle „Globaler Administrator“ dauerhaft.',
    activeAndEligible:
      '„Globaler Administrator“ ist aktiv und zugleich berechtigt: Vielleicht ist die Rolle nur eine Zeit lang aktiv.',
    eligibleOnly:
      'Nur berechtigt für „Globaler Administrator“: Die Rolle muss erst aktiviert werden.',
    noRole: 'Hat die Rolle „Globaler Administrator“ nicht.',
    rolesNotRead: 'Rollenzuweisungen wurden nicht abgerufen.',
    groupsNotRead:
      'Hat „Globaler Administrator“ nicht selbst; Mitglieder von Gruppen wurden nicht abgerufen.',
    drillRecent: 'Die letzte Übung war am {{date}}.',
    drillOverdue:
      'Die letzte Übung war vor {{days, number}} Tagen, am {{date}}: Eine weitere ist fällig.',
    noDrill:
      'Keine Übung ist festgehalten: Melden Sie sich mit dem Konto an, und halten Sie dann den Tag fest.',
  },
  kind: {
    phone: 'Telefon',
    microsoftAuthenticator: 'Microsoft Authenticator',
    softwarePasscode: 'Einmalkennung einer App',
    hardwarePasscode: 'Einmalkennung eines Hardwaretokens',
    securityKey: 'Sicherheitsschlüssel oder Passkey',
    syncedPasskey: 'synchronisierter Passkey',
    windowsHello: 'Windows Hello',
    macOs: 'Plattformanmeldeinformationen für macOS',
    certificate: 'Zertifikat',
  },
  outcome: {
    passed: 'bestanden',
    failed: 'nicht bestanden',
    notKnown: 'unbekannt',
  },
  account: 'Konto {{id}}',
  matrix: {
    title: 'Prüfungen nach Konto',
    cell: '{{outcome}}: {{check}}, {{account}}',
    open: 'Zeigen, was jede Prüfung ergab',
    close: 'Ausblenden, was jede Prüfung ergab',
  },
  column: {
    check: 'Prüfung',
    passed: 'Bestanden',
    failed: 'Nicht bestanden',
    notKnown: 'Unbekannt',
  },
  hidden:
    'Um welche Konten es sich handelt, sieht, wer die Berechtigung {{permission}} für alle hat.',
  drills: {
    title: 'Übungen',
    none: 'Keine Übung ist festgehalten.',
    by: '{{date}}, festgehalten von {{by}}',
    every_one: 'Eine Übung ist nach {{count}} Tag fällig.',
    every_other: 'Eine Übung ist alle {{count}} Tage fällig.',
  },
  record: {
    open: 'Übung festhalten',
    title: 'Übung von {{account}} festhalten',
    text: 'Geben Sie an, an welchem Tag sich jemand mit dem Konto angemeldet hat. Das wird mit Ihrem Namen festgehalten und kann nicht geändert werden.',
    on: 'Tag',
    note: 'Notiz',
    confirm: 'Festhalten',
    done: 'Die Übung ist festgehalten.',
  },
  nothing: 'Noch wurde nichts abgerufen.',
};
