/** Words of what is the reader's own: their state, their teams, what waits for them. */
export const mine = {
  you: {
    title: 'You',
    named: '{{name}} (you)',
    done: 'nothing to do',
    why: 'Why?',
  },
  teams: {
    title_one: 'Your team',
    title_other: 'Your {{count}} teams',
    gap: '{{uncovered, number}} of {{counted, number}} {{state}}',
    subTeams_one: 'with {{count}} sub-team',
    subTeams_other: 'with {{count}} sub-teams',
    hide: 'Hide',
    show: 'Show the teams that you lead',
  },
  acts: {
    title: 'What needs you',
    privileged: {
      registered_one: '{{count}} privileged person not registered',
      registered_other: '{{count}} privileged people not registered',
      capable_one: '{{count}} privileged person not MFA capable',
      capable_other: '{{count}} privileged people not MFA capable',
    },
    privilegedFine: 'no gap among privileged people',
    rolesNotKnown: 'who is privileged is not known',
    breakGlass: {
      tooFew_one: '{{count}} break-glass account of at least 2',
      tooFew_other: '{{count}} break-glass accounts of at least 2',
      failing_one:
        '{{count}} of {{configured, number}} break-glass accounts fails',
      failing_other:
        '{{count}} of {{configured, number}} break-glass accounts fail',
      notKnown_one:
        '{{count}} of {{configured, number}} break-glass accounts is not fully known',
      notKnown_other:
        '{{count}} of {{configured, number}} break-glass accounts are not fully known',
    },
    breakGlassFine: 'break-glass accounts pass',
    requests_one: '{{count}} request waits for a decision',
    requests_other: '{{count}} requests wait for a decision',
    requestsFine: 'no request waits',
    review_one: '{{count}} person to decide on in “{{title}}”',
    review_other: '{{count}} people to decide on in “{{title}}”',
    reviewUntil: 'until {{date}}',
    reviewOver: 'was due on {{date}}',
    connection_one: '{{count}} problem of the connection',
    connection_other: '{{count}} problems of the connection',
    connectionFine: 'connection works',
  },
  addresses: {
    copy: 'Copy addresses',
    copied_one: '{{count}} address copied',
    copied_other: '{{count}} addresses copied',
    failed: 'The addresses could not be copied: {{message}}',
  },
  exception: {
    for: 'Ask for an exception for {{name}}',
    waits: 'an exception is asked for',
  },
  /** What a lead hands on to those who have to register, in their language. */
  handOn: {
    open: 'Text to hand on',
    copy: 'Copy the text',
    copied: 'The text is copied',
    language: 'Language',
    languages: { en: 'English', de: 'Deutsch' },
    day: 'By which day',
    text: 'Text',
    ask: 'Please register a strong sign-in method (MFA) for your {{tenant}} account. It takes a few minutes.',
    steps:
      '1. Open {{link}} and sign in.\n2. Choose “Add sign-in method”. A passkey, a security key or Microsoft Authenticator is best; a phone number alone is weak.\n3. Follow the steps until the method is listed. You need not tell anybody: it is seen within a day or two.',
    until: 'Please do it by {{date}}.',
    then: 'Without one you cannot sign in wherever MFA is required.',
  },
  until: {
    ahead: 'Your organization wants everyone registered by {{date}}.',
    past: 'Your organization wanted everyone registered by {{date}}.',
  },
  then: {
    uncovered: 'Without one you cannot sign in wherever MFA is required.',
    exempt: 'Afterwards you count again: register before then.',
    phone: 'After that day you can no longer confirm a sign-in by phone.',
  },
} as const;
