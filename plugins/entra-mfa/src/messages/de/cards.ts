import type { cards as english } from '../cards';
import type { MessagesOf } from '../MessagesOf';

export const cards: MessagesOf<typeof english> = {
  group: {
    title: 'MFA in diesem Team',
    count: '{{covered, number}} von {{counted, number}} registriert',
    countCapable: '{{covered, number}} von {{counted, number}} MFA-fähig',
    notRegistered: 'Nicht registriert',
    notCapable: 'Nicht MFA-fähig',
    everyone_one: 'Die einzige Person dieses Teams ist registriert.',
    everyone_other: 'Alle {{count, number}} Personen sind registriert.',
    everyoneCapable_one: 'Die einzige Person dieses Teams ist MFA-fähig.',
    everyoneCapable_other: 'Alle {{count, number}} Personen sind MFA-fähig.',
    nobody:
      'Niemand in diesem Team ist Microsoft Entra bekannt und im Geltungsbereich.',
    onlyExempt_one: 'Die einzige Person im Geltungsbereich ist ausgenommen.',
    onlyExempt_other:
      'Alle {{count, number}} Personen im Geltungsbereich sind ausgenommen.',
    onlyUnknown_one: '{{count, number}} Person ist noch unbekannt.',
    onlyUnknown_other: '{{count, number}} Personen sind noch unbekannt.',
    unknown_one: '{{count, number}} weitere ist unbekannt',
    unknown_other: '{{count, number}} weitere sind unbekannt',
    more: 'Alle {{value, number}} ansehen',
    new_one: 'neu, {{count}} Tag',
    new_other: 'neu, {{count}} Tage',
    since: 'seit {{date}}',
    hidden_one: '{{count, number}} Person ist nicht registriert.',
    hidden_other: '{{count, number}} Personen sind nicht registriert.',
    hiddenCapable_one: '{{count, number}} Person ist nicht MFA-fähig.',
    hiddenCapable_other: '{{count, number}} Personen sind nicht MFA-fähig.',
    whoMay: 'Namen sieht, wer für dieses Team {{permission}} hat.',
    phoneOnly_one:
      '{{count, number}} weitere hat nur ein Telefon: gesperrt ab {{date}}',
    phoneOnly_other:
      '{{count, number}} weitere haben nur ein Telefon: gesperrt ab {{date}}',
    onlyPhone_one:
      '{{count, number}} hat nur ein Telefon: gesperrt ab {{date}}',
    onlyPhone_other:
      '{{count, number}} haben nur ein Telefon: gesperrt ab {{date}}',
    subTeams: 'Unterteams:',
    subTeamsTitle: 'Unterteams',
    subTeam: '{{covered, number}} von {{counted, number}}',
    seeAll: 'Alle anzeigen',
    howTo: 'So registrieren Sie sich',
    unknownTeam:
      'Dieses Team fehlt im letzten Abruf. Es erscheint nach dem nächsten.',
    course:
      'Abdeckung von {{from}} bis {{to}}: {{first}} bis {{last}}, zwischen {{low}} und {{high}}, {{target}}',
    courseText: '{{change}} Punkte gegenüber {{first}} am {{from}}',
    label: 'MFA-Abdeckung von {{title}}: {{figure}}, {{target}}',
  },
  user: {
    title: 'MFA-Registrierung',
    mine: {
      covered:
        'Sie haben eine starke Methode registriert. Es ist nichts zu tun.',
      uncovered:
        'Sie haben keine Methode registriert, die für MFA stark genug ist. Registrieren Sie jetzt eine: Es dauert wenige Minuten.',
      unknown:
        'Ihre Registrierung ist nicht bekannt: {{reason}}. Ihre Methoden können Sie selbst prüfen.',
      exempt: 'Sie sind vorerst ausgenommen: {{reason}}.',
      outOfScope: 'Ihr Konto wird nicht gezählt: {{reason}}.',
    },
    notAllowed:
      'Ihre Methode ist registriert, aber die Methodenrichtlinie lässt sie nicht zu. Registrieren Sie eine andere.',
    phoneOnlyStill:
      'Ihre einzige Methode ist ein Telefon. Registrieren Sie auch eine App oder einen Passkey: Beide sind stärker.',
    phoneOnly:
      'Ihre einzige Methode ist ein Telefon. Microsoft stellt SMS und Anrufe dafür am {{date}} ein; registrieren Sie vorher eine App oder einen Passkey.',
    windowsHelloOnly:
      'Ihre einzige Methode ist Windows Hello, das an einen PC gebunden ist. Registrieren Sie eine zweite.',
    register: 'Methode registrieren',
    manage: 'Sicherheitsinformationen öffnen',
    state: 'Status',
    tier: 'Stärke',
    since: 'Seit',
    notInEntra: 'Microsoft Entra kennt diesen Benutzer nicht.',
    details: 'Einzelheiten',
  },
  home: {
    title: 'MFA-Registrierung',
    description: 'Wer sich für MFA registriert hat, gemessen am Ziel',
    open: 'Öffnen',
  },
  kpi: {
    title: 'MFA-Abdeckung',
    description:
      'Die Kennzahl eines Teams oder der Organisation gegen ihr Ziel, als Zahl, Ring oder Verlauf',
    counted: {
      registered:
        '{{covered, number}} von {{counted, number}} Personen registriert',
      capable: '{{covered, number}} von {{counted, number}} Personen MFA-fähig',
    },
    asOf: 'Stand {{moment}}',
    wrong: 'Diese Karte versteht „{{value}}“ nicht.',
    howSetting:
      'Tragen Sie in ihren Einstellungen als Team die Entitätsreferenz einer Gruppe ein, etwa group:default/payments, oder „organization“. Sie zeigt eine Zahl (figure), einen Ring (donut) oder einen Verlauf (trend). Für den Status einer Kontrolle schreiben Sie ihr Rahmenwerk und ihre ID, etwa control:mfa/MFA-01, und wählen keine Ansicht.',
    howAnnotation:
      'Tragen Sie in der Annotation {{annotation}} die Entitätsreferenz einer Gruppe ein, etwa group:default/payments, oder „organization“. Danach dürfen ;show=figure, ;show=donut oder ;show=trend folgen und ;tenant= mit der ID eines Mandanten. Für den Status einer Kontrolle schreiben Sie ihr Rahmenwerk und ihre ID, etwa control:mfa/MFA-01, ohne ;show=.',
    settings: {
      title: 'MFA-Abdeckung',
      heading: 'Überschrift',
      team: 'Team',
      teamText:
        'Die Entitätsreferenz einer Gruppe, etwa group:default/payments, „organization“ oder eine Kontrolle, etwa control:mfa/MFA-01',
      show: 'Ansicht',
      views: { figure: 'Zahl', donut: 'Ring', trend: 'Verlauf' },
      tenant: 'Mandant',
      tenantText: 'Die ID eines Mandanten; leer für den ersten',
    },
  },
};
