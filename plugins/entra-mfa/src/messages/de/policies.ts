import type { policies as english } from '../policies';
import type { MessagesOf } from '../MessagesOf';

export const policies: MessagesOf<typeof english> = {
  title: 'Wer nach MFA gefragt wird',
  aside_one: '{{count, number}} Richtlinie in Kraft fragt nach MFA',
  aside_other: '{{count, number}} Richtlinien in Kraft fragen nach MFA',
  defaultsOn:
    'Die Sicherheitsstandards sind an: alle werden aufgefordert, sich zu registrieren und MFA zu benutzen.',
  askedNotRegistered_one:
    '{{count, number}} Person wird bei jeder Anmeldung gefragt und ist nicht registriert',
  askedNotRegistered_other:
    '{{count, number}} Personen werden bei jeder Anmeldung gefragt und sind nicht registriert',
  askedNotRegisteredText:
    'Bei der nächsten Anmeldung müssen sie sich registrieren, oder sie sind ausgesperrt.',
  neverAsked_one:
    '{{count, number}} Person ist registriert und wird nie gefragt',
  neverAsked_other:
    '{{count, number}} Personen sind registriert und werden nie gefragt',
  neverAskedText:
    'Ein Kennwort allein meldet sie an: keine Richtlinie betrifft sie.',
  reportOnlyAsks_one:
    '{{count, number}} Person mehr würde gefragt, sobald Richtlinien im Berichtsmodus an sind, und ist nicht registriert',
  reportOnlyAsks_other:
    '{{count, number}} Personen mehr würden gefragt, sobald Richtlinien im Berichtsmodus an sind, und sind nicht registriert',
  reportOnlyAsksText:
    'Sprechen Sie sie an, bevor die Richtlinien eingeschaltet werden.',
  counts:
    'Bedingter Zugriff: {{total, number}} Richtlinien, {{asking, number}} mit MFA in Kraft, {{reportOnly, number}} mit MFA im Berichtsmodus.',
  countsOff: 'Die Sicherheitsstandards sind aus.',
  notRead: 'Welche Richtlinien nach MFA fragen, wird nicht gelesen.',
  groupsNotKnown:
    'Die Mitglieder ihrer Gruppen sind nicht bekannt: von wem eine Richtlinie über eine Gruppe spricht, ist nicht bekannt, ob er gefragt wird.',
  limits:
    'Ausgewertet werden Benutzer, Gruppen und Rollen; Apps und Bedingungen werden genannt und nicht ausgewertet. MFA pro Benutzer wird nicht gelesen.',
  list: 'Richtlinien, die nach MFA fragen',
  policy: 'Richtlinie',
  state: 'Zustand',
  inForce: 'in Kraft',
  reportOnly: 'Berichtsmodus',
  demands: 'Verlangt',
  mfa: 'MFA',
  strength: {
    phishingResistant: 'nur Methoden, die Phishing widerstehen: {{methods}}',
    passwordless: 'nur Methoden ohne Kennwort: {{methods}}',
    anyMfa: 'eine von diesen: {{methods}}',
    lessThanMfa: 'weniger als MFA genügt: {{methods}}',
  },
  include: 'Fragt',
  exclude: 'Aber nicht',
  when: 'Wann',
  nobody: 'niemanden',
  everybody: 'alle',
  users_one: '{{count, number}} Benutzer',
  users_other: '{{count, number}} Benutzer',
  groups_one: '{{count, number}} Gruppe',
  groups_other: '{{count, number}} Gruppen',
  roles_one: '{{count, number}} Rolle',
  roles_other: '{{count, number}} Rollen',
  guests: 'Gäste',
  always: 'bei jeder Anmeldung',
  limit: {
    actions: 'bei manchen Aktionen',
    alternatives: 'wo keine andere Bedingung erfüllt ist',
    apps: 'bei manchen Apps',
    clients: 'bei manchen Arten von Clients',
    devices: 'auf manchen Geräten',
    flows: 'bei manchen Anmeldeverfahren',
    locations: 'an manchen Orten',
    other: 'unter weiteren Bedingungen',
    risk: 'bei einem Risiko',
  },
  person: {
    title: 'Nach MFA gefragt',
    now: {
      always: 'bei jeder Anmeldung',
      sometimes: 'bei manchen Anmeldungen',
      never: 'nie',
    },
    notKnown: 'nicht bekannt',
    isAsked: 'Wird gefragt',
    withReportOnly: 'Mit den Richtlinien im Berichtsmodus',
    byDefaults: 'Die Sicherheitsstandards sind an: sie fragen alle.',
    excluded: 'namentlich ausgenommen',
    applies: 'fragt',
    reports: 'würde fragen',
    mayApply: 'nicht bekannt, ob sie fragt',
    strength: {
      phishingResistant: 'nur Methoden, die Phishing widerstehen',
      passwordless: 'nur Methoden ohne Kennwort',
      anyMfa: 'jede MFA',
      lessThanMfa: 'weniger als MFA genügt',
    },
    satisfied: 'eine registrierte Methode genügt ihr',
    notSatisfied: 'keine registrierte Methode genügt ihr',
    maySatisfy: 'nicht bekannt, ob eine registrierte Methode genügt',
    none: 'Keine Richtlinie mit MFA betrifft diese Person.',
  },
};
