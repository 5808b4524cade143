/** Words of what is put on record, and of how it is checked. */
export const evidence = {
  log: {
    title: 'On record',
    note: 'What each sync finds goes into a log that only grows: whoever keeps a checkpoint can prove later that nothing before it was changed.',
    entries_one: '{{count, number}} entry',
    entries_other: '{{count, number}} entries',
    size: 'Log',
    newest: 'Newest',
    signed: 'Signed',
    signedBy: 'by {{name}}',
    notSigned: 'not signed',
    notYet: 'with the next sync',
    origin: 'Name of the log',
    root: 'Root',
    key: 'Public key',
    unsigned:
      'Nobody signs this log. It protects from accidents, and not from somebody who can write to the database.',
    makeKey:
      'Whoever runs the portal makes a key once, and names it in entraMfa.evidence.keyFile.',
    none: 'Nothing was put on record then: the log begins with the first sync after it came.',
    copyKey: 'Copy key',
    copyCheckpoint: 'Copy checkpoint',
    copied: 'Copied',
  },
  held: {
    title: 'What was found',
    aside: 'each finding once, with its fingerprint',
    what: 'Finding',
    since: 'Held since',
    syncs: 'Syncs in a row',
    fingerprint: 'SHA-256',
    entry: 'Entry',
  },
  type: {
    registrationSummary: 'Who is covered, on either basis',
    userInventorySummary: 'Everybody of the directory, by state and reason',
    privilegedSummary: 'People with a privileged role',
    strengthAndMethods: 'Strength and methods',
    policies: 'What demands MFA',
    syncRecord: 'What was read',
  },
  bundle: {
    title: 'Hand it on',
    note: 'One file with what was found, everybody it was counted of, and the proofs. Whoever gets it checks it without this portal; the same day gives the same bytes.',
    button: 'Download',
    pseudonymous: 'Bundle under pseudonyms (ZIP)',
    names: 'Bundle with names (ZIP)',
    check: 'To check it, with a shell, openssl 3, jq and sha256sum alone:',
    who: 'It is for who may see everybody.',
    proves:
      'It proves what was on record on that day. It does not prove that any sign-in asked for MFA.',
  },
} as const;
