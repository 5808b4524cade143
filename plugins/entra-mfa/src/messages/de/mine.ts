import type { mine as english } from '../mine';
import type { MessagesOf } from '../MessagesOf';

export const mine: MessagesOf<typeof english> = {
  you: {
    title: 'Sie',
    named: '{{name}} (Sie)',
    done: 'nichts zu tun',
    why: 'Warum?',
  },
  teams: {
    title_one: 'Ihr Team',
    title_other: 'Ihre {{count}} Teams',
    gap: '{{uncovered, number}} von {{counted, number}} {{state}}',
    subTeams_one: 'mit {{count}} Unterteam',
    subTeams_other: 'mit {{count}} Unterteams',
    hide: 'Ausblenden',
    show: 'Von Ihnen geleitete Teams zeigen',
  },
  acts: {
    title: 'Was auf Sie wartet',
    privileged: {
      registered_one: '{{count}} privilegierte Person nicht registriert',
      registered_other: '{{count}} Privilegierte nicht registriert',
      capable_one: '{{count}} privilegierte Person nicht MFA-fähig',
      capable_other: '{{count}} Privilegierte nicht MFA-fähig',
    },
    privilegedFine: 'keine Lücke bei privilegierten Personen',
    rolesNotKnown: 'wer privilegiert ist, ist nicht bekannt',
    breakGlass: {
      tooFew_one: '{{count}} Notfallkonto von mindestens 2',
      tooFew_other: '{{count}} Notfallkonten von mindestens 2',
      failing_one:
        '{{count}} von {{configured, number}} Notfallkonten fällt durch',
      failing_other:
        '{{count}} von {{configured, number}} Notfallkonten fallen durch',
      notKnown_one:
        '{{count}} von {{configured, number}} Notfallkonten ist nicht ganz bekannt',
      notKnown_other:
        '{{count}} von {{configured, number}} Notfallkonten sind nicht ganz bekannt',
    },
    breakGlassFine: 'Notfallkonten bestehen',
    requests_one: '{{count}} Antrag wartet auf Entscheidung',
    requests_other: '{{count}} Anträge warten auf Entscheidung',
    requestsFine: 'keine Anträge',
    review_one: '{{count}} Person zu entscheiden in „{{title}}“',
    review_other: '{{count}} Personen zu entscheiden in „{{title}}“',
    reviewUntil: 'bis {{date}}',
    reviewOver: 'fällig war der {{date}}',
    connection_one: '{{count}} Problem der Verbindung',
    connection_other: '{{count}} Probleme der Verbindung',
    connectionFine: 'Verbindung steht',
  },
  addresses: {
    copy: 'Adressen kopieren',
    copied_one: '{{count}} Adresse kopiert',
    copied_other: '{{count}} Adressen kopiert',
    failed: 'Die Adressen konnten nicht kopiert werden: {{message}}',
  },
  exception: {
    for: 'Ausnahme für {{name}} beantragen',
    waits: 'Ausnahme ist beantragt',
  },
  handOn: {
    open: 'Text zum Weitergeben',
    copy: 'Text kopieren',
    copied: 'Der Text ist kopiert',
    language: 'Sprache',
    languages: { en: 'English', de: 'Deutsch' },
    day: 'Bis zu welchem Tag',
    text: 'Text',
    ask: 'Bitte registrieren Sie eine starke Anmeldemethode (MFA) für Ihr Konto bei {{tenant}}. Es dauert wenige Minuten.',
    steps:
      '1. Öffnen Sie {{link}} und melden Sie sich an.\n2. Wählen Sie „Anmeldemethode hinzufügen“. Am besten sind ein Passkey, ein Sicherheitsschlüssel oder Microsoft Authenticator; eine Telefonnummer allein ist schwach.\n3. Folgen Sie den Schritten, bis die Methode aufgeführt ist. Melden müssen Sie es nicht: Es wird innerhalb von ein bis zwei Tagen gesehen.',
    until: 'Bitte tun Sie das bis {{date}}.',
    then: 'Ohne eine solche Methode können Sie sich überall dort nicht anmelden, wo MFA verlangt wird.',
  },
  until: {
    ahead: 'Ihre Organisation will, dass bis {{date}} alle registriert sind.',
    past: 'Ihre Organisation wollte, dass bis {{date}} alle registriert sind.',
  },
  then: {
    uncovered:
      'Ohne eine solche Methode können Sie sich überall dort nicht anmelden, wo MFA verlangt wird.',
    exempt: 'Danach werden Sie wieder gezählt: Registrieren Sie sich vorher.',
    phone:
      'Danach können Sie eine Anmeldung nicht mehr mit dem Telefon bestätigen.',
  },
};
