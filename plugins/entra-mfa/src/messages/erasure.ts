/** Words of people who must be forgotten. */
export const erasure = {
  left: 'Has left the directory since.',
  open: 'Erase this person',
  title: 'Erase {{name}} for good?',
  goes: 'What goes, from every day: name, user principal name and mail address, methods, the refs of their User entities, and what was written about them.',
  stays:
    'What stays: the object id, with states, strength, teams, roles and dates. So every count of every day stays as it was.',
  record:
    'It cannot be undone. Your name, the time and the reason stay on record.',
  reason: 'Why',
  reasonHint: 'Such as the number of the request. It must not name the person.',
  confirm: 'Erase',
  done: 'Erased. Every count is as it was.',
  gone: 'erased',
  erased: {
    title: 'This person was erased on {{date}}',
    text: 'Name, user principal name, methods and what was written about them are gone, so it can no longer be shown why they were counted so. They count as before.',
    by: 'Erased by {{by}}: {{reason}}',
  },
} as const;
