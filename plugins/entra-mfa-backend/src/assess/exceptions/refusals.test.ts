import { refuseStep, refuseUntil, type Refusal } from './refusals';
import type { Actor, ExceptionFacts } from './types';

const now = new Date('2026-11-21T22:30:00Z');

const exception: ExceptionFacts = {
  id: 'e',
  subject: { kind: 'person', value: 'ada' },
  until: '2026-12-31',
  requestedBy: 'user:default/lead',
  requestedAt: new Date('2026-11-20T08:00:00Z'),
  decision: null,
  decidedBy: null,
  decidedAt: null,
  withdrawnAt: null,
  endedAt: null,
};
const decided: Partial<ExceptionFacts> = {
  decidedBy: 'user:default/security',
  decidedAt: new Date('2026-11-20T09:00:00Z'),
};
const approved: Partial<ExceptionFacts> = { ...decided, decision: 'approved' };

const lead: Actor = {
  userRef: 'user:default/lead',
  objectIds: ['lena'],
  isKnown: true,
  addresses: ['lena@contoso.com'],
  userPrincipalName: 'lena@contoso.com',
  teamRefs: [],
};
const security: Actor = {
  userRef: 'user:default/security',
  objectIds: ['sven'],
  isKnown: true,
  addresses: ['sven@contoso.com'],
  userPrincipalName: null,
  teamRefs: [],
};

const told = (refusal: Refusal | null) =>
  refusal && `${refusal.kind}: ${refusal.message}`;

const matching = (expected: RegExp | null) =>
  expected && expect.stringMatching(expected);

describe('how long an exception may last', () => {
  it.each([
    ['2026-11-20', /^input: The end date 2026-11-20 is past: today is/],
    ['2026-11-21', null],
    ['2027-05-20', null],
    ['2027-05-21', /^input: .* is too far away: .* 180 days, until 2027-05-20/],
  ])('until %s', (until, expected) => {
    expect(told(refuseUntil(until, now, 180))).toEqual(matching(expected));
  });
});

describe('who may take which step', () => {
  it.each<
    [
      string,
      Parameters<typeof refuseStep>[0],
      Partial<Actor>,
      Partial<ExceptionFacts>,
      RegExp | null,
    ]
  >([
    ['somebody else approves', 'approve', security, {}, null],
    ['somebody else refuses', 'refuse', security, {}, null],
    [
      'the requester approves',
      'approve',
      lead,
      {},
      /^not-allowed: You asked for this exception yourself/,
    ],
    [
      'the requester refuses',
      'refuse',
      lead,
      {},
      /^not-allowed: You asked for this exception yourself/,
    ],
    [
      'the requester approves as another user of the same person',
      'approve',
      { ...lead, userRef: 'user:default/lead-admin' },
      {},
      /^not-allowed: You asked for this exception yourself/,
    ],
    [
      'a person whom it is for approves',
      'approve',
      { ...security, objectIds: ['ada'] },
      {},
      /^not-allowed: You would be exempt/,
    ],
    [
      'the requester approves as another user with the same mail',
      'approve',
      {
        userRef: 'user:default/lena-two',
        objectIds: [],
        addresses: ['lena@contoso.com'],
      },
      {},
      /^not-allowed: You asked for this exception yourself/,
    ],
    [
      'a person whom it is for approves as another user with the same mail',
      'approve',
      { objectIds: [], addresses: ['ada@contoso.com'] },
      {},
      /^not-allowed: You would be exempt/,
    ],
    [
      'a person whom it is for refuses',
      'refuse',
      { ...security, objectIds: ['ada'] },
      {},
      null,
    ],
    [
      'a member of the group approves',
      'approve',
      { ...security, teamRefs: ['group:default/payments'] },
      { subject: { kind: 'group', value: 'group:default/payments' } },
      /^not-allowed: You would be exempt/,
    ],
    [
      'a member of another group approves',
      'approve',
      { ...security, teamRefs: ['group:default/field'] },
      { subject: { kind: 'group', value: 'group:default/payments' } },
      null,
    ],
    [
      'somebody whom the rule fits approves',
      'approve',
      { ...security, userPrincipalName: 'EXT-sam@contoso.com' },
      { subject: { kind: 'rule', value: '^ext-' } },
      /^not-allowed: You would be exempt/,
    ],
    [
      'somebody whom the rule does not fit approves',
      'approve',
      { ...security, userPrincipalName: 'sam@contoso.com' },
      { subject: { kind: 'rule', value: '^ext-' } },
      null,
    ],
    [
      'somebody who is in the Entra group approves',
      'approve',
      { ...security, entraGroups: ['g'] },
      { subject: { kind: 'entra-group', value: 'g' } },
      /^not-allowed: You would be exempt/,
    ],
    [
      'somebody who is in another Entra group approves',
      'approve',
      { ...security, entraGroups: ['h'] },
      { subject: { kind: 'entra-group', value: 'g' } },
      null,
    ],
    [
      'it was approved before',
      'refuse',
      security,
      approved,
      /^conflict: .*security approved it on 2026-11-20/,
    ],
    [
      'it was refused before',
      'approve',
      security,
      { ...decided, decision: 'refused' },
      /^conflict: .*security refused it on 2026-11-20/,
    ],
    [
      'it was withdrawn before',
      'approve',
      security,
      { withdrawnAt: new Date('2026-11-20T10:00:00Z') },
      /^conflict: .*withdrawn/,
    ],
    [
      'its end date is over',
      'approve',
      security,
      { until: '2026-11-20' },
      /^conflict: .*end date 2026-11-20 was over before anybody decided/,
    ],
    ['it ends today', 'approve', security, { until: '2026-11-21' }, null],
    ['the requester withdraws', 'withdraw', lead, {}, null],
    [
      'the requester withdraws as another user of the same person',
      'withdraw',
      { ...lead, userRef: 'user:default/lead-admin' },
      {},
      null,
    ],
    [
      'somebody else withdraws',
      'withdraw',
      security,
      {},
      /^not-allowed: Only who asked/,
    ],
    [
      'the requester withdraws what was approved',
      'withdraw',
      lead,
      approved,
      /^conflict: .*approved/,
    ],
    ['one in force is ended', 'end', security, approved, null],
    ['the requester ends one in force', 'end', lead, approved, null],
    [
      'one that waits is ended',
      'end',
      security,
      {},
      /^conflict: .*nobody has decided it yet/,
    ],
    [
      'one is ended twice',
      'end',
      security,
      { ...approved, endedAt: new Date('2026-11-21T08:00:00Z') },
      /^conflict: .*it was ended/,
    ],
    [
      'one that is over is ended',
      'end',
      security,
      { ...approved, until: '2026-11-20' },
      /^conflict: .*end date 2026-11-20 is over/,
    ],
  ])('%s', (_, action, actor, facts, expected) => {
    const refusal = told(
      refuseStep(
        action,
        { ...exception, ...facts },
        {
          actor: { ...security, ...actor },
          requester: lead,
          subjectAddresses: ['ada@contoso.com'],
        },
        now,
        false,
      ),
    );
    expect(refusal).toEqual(matching(expected));
  });

  it('does not take two users without a person for one', () => {
    const nobody = {
      ...security,
      objectIds: [],
      isKnown: false,
      addresses: [],
    };
    const parties = {
      actor: nobody,
      requester: { ...nobody, userRef: 'user:default/other' },
      subjectAddresses: [],
    };
    expect(refuseStep('approve', exception, parties, now, true)).toBeNull();
  });

  it.each([
    ['approve', {}],
    ['refuse', {}],
    ['end', approved],
  ] as const)('lets nobody %s who cannot be identified', (action, facts) => {
    const parties = {
      actor: { ...security, objectIds: [], isKnown: false, addresses: [] },
      requester: lead,
      subjectAddresses: [],
    };
    const one = { ...exception, ...facts };
    expect(told(refuseStep(action, one, parties, now, false))).toMatch(
      /^not-allowed: Nobody can tell who of the directory you are/,
    );
    expect(refuseStep(action, one, parties, now, true)).toBeNull();
  });

  it.each([
    ['approve', /^not-allowed: Nobody can tell who asked/],
    ['refuse', null],
  ] as const)('%s where nobody can tell who asked', (action, expected) => {
    const parties = {
      actor: security,
      requester: { ...lead, objectIds: [], isKnown: false, addresses: [] },
      subjectAddresses: [],
    };
    expect(told(refuseStep(action, exception, parties, now, false))).toEqual(
      matching(expected),
    );
  });
});
