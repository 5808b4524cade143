import { assessed, defaultRules, factsOf } from '../../__testUtils__/facts';
import { assessPerson } from '../assessPerson';

it.each([
  ['disabled', false, 'out-of-scope (disabled)'],
  ['enabled', true, 'covered (registered)'],
  ['not told', null, 'unknown (missing-property)'],
])('accountEnabled: %s', (_, accountEnabled, expected) => {
  expect(assessed({ user: { accountEnabled } })).toBe(expected);
});

it('comes before guest', () => {
  expect(assessed({ user: { accountEnabled: false, userType: 'Guest' } })).toBe(
    'out-of-scope (disabled)',
  );
});

const mailboxes = { mailboxes: true } as const;
const id = factsOf({}).objectId;

it.each([
  ['shared', false, mailboxes, 'out-of-scope (mailbox)'],
  ['room', false, mailboxes, 'out-of-scope (mailbox)'],
  ['equipment', false, mailboxes, 'out-of-scope (mailbox)'],
  ['shared', true, mailboxes, 'covered (registered)'],
  ['shared', null, mailboxes, 'unknown (missing-property)'],
  ['user', false, mailboxes, 'out-of-scope (disabled)'],
  ['linked', false, mailboxes, 'out-of-scope (disabled)'],
  ['none', false, mailboxes, 'out-of-scope (disabled)'],
  [null, false, mailboxes, 'out-of-scope (disabled)'],
  ['shared', false, {}, 'out-of-scope (disabled)'],
  [
    'shared',
    false,
    { ...mailboxes, breakGlassIds: [id] },
    'out-of-scope (break-glass)',
  ],
])(
  'a mailbox: %s, accountEnabled %s, by %j',
  (mailbox, enabled, by, expected) => {
    const facts = { mailbox, user: { accountEnabled: enabled } };
    expect(assessed(facts, by)).toBe(expected);
    const { marks } = assessPerson(
      factsOf(facts),
      { ...defaultRules, ...by },
      new Date(),
    );
    expect(marks.includes('shared-mailbox')).toBe(
      mailbox === 'shared' && enabled !== false,
    );
  },
);
