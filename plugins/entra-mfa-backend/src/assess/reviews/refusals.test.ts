import { reviewDecisions } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  refuseClose,
  refuseDecision,
  refuseHandover,
  type DecisionFacts,
} from './refusals';

const closedAt = new Date('2026-12-18T10:00:00Z');
const open: DecisionFacts = {
  ...{ closedAt: null, scope: 'risks', own: false },
  ...{ needNote: 0, people: 1 },
};

describe('what may be decided', () => {
  it.each([
    ['an open item', 'keep', null, {}, null],
    ['an open item, with a note', 'no-account', 'left', {}, null],
    ['a closed review', 'keep', null, { closedAt }, 'conflict'],
    [
      'a closed review, on oneself',
      'keep',
      'x',
      { closedAt, own: true },
      'conflict',
    ],
    ['of a role, keep', 'keep', null, { scope: 'role' }, null],
    ['of a team, remove', 'remove-access', null, { scope: 'team' }, null],
    ['of a group, register', 'register', null, { scope: 'group' }, 'input'],
    ['of a role, no account', 'no-account', null, { scope: 'role' }, 'input'],
    [
      'of a role, oneself',
      'keep',
      null,
      { scope: 'role', own: true },
      'not-allowed',
    ],
    ['oneself', 'keep', 'I am fine', { own: true }, 'not-allowed'],
    ['oneself, to go', 'no-account', null, { own: true }, 'not-allowed'],
    ['privileged without a method', 'keep', null, { needNote: 1 }, 'input'],
    [
      'privileged without a method, with a note',
      'keep',
      'why',
      { needNote: 1 },
      null,
    ],
    [
      'privileged without a method, removed',
      'remove-access',
      null,
      { needNote: 1 },
      null,
    ],
    [
      'privileged without a method, asked',
      'register',
      null,
      { needNote: 1 },
      null,
    ],
    [
      'several, some privileged',
      'keep',
      null,
      { needNote: 2, people: 9 },
      'input',
    ],
    [
      'several, some privileged, with a note',
      'keep',
      'why',
      { needNote: 2, people: 9 },
      null,
    ],
  ] as const)('%s: %s', (_, decision, note, facts, kind) => {
    const refusal = refuseDecision({ decision, note }, { ...open, ...facts });
    expect(refusal?.kind ?? null).toBe(kind);
  });

  it.each(reviewDecisions)('nobody decides %s on themselves', decision => {
    const refusal = refuseDecision(
      { decision, note: 'note' },
      { ...open, own: true },
    );
    expect(refusal?.message).toContain('somebody else');
  });

  it('says how many need a note', () => {
    const facts = { ...open, needNote: 3, people: 20 };
    expect(
      refuseDecision({ decision: 'keep', note: null }, facts)?.message,
    ).toContain('3 of these people');
  });
});

describe('what may be closed', () => {
  const two = { closedAt: null, open: 2, openNames: ['Ada', 'Tom'] };
  it.each([
    ['all decided', {}, { ...two, open: 0 }, null],
    ['all decided, and seen so', { open: 0 }, { ...two, open: 0 }, null],
    [
      'all decided, with a reason',
      { reason: 'x' },
      { ...two, open: 0 },
      'input',
    ],
    ['some open', {}, two, 'conflict'],
    ['some open, with a reason alone', { reason: 'x' }, two, 'conflict'],
    ['some open, with their number alone', { open: 2 }, two, 'conflict'],
    ['some open, with both', { reason: 'x', open: 2 }, two, null],
    ['more open than seen', { reason: 'x', open: 1 }, two, 'conflict'],
    ['closed', {}, { ...two, open: 0, closedAt }, 'conflict'],
  ])('%s', (_, asked, facts, kind) => {
    expect(refuseClose(asked, facts)?.kind ?? null).toBe(kind);
  });

  it('names who is open', () => {
    expect(refuseClose({}, { ...two, open: 7 })?.message).toContain(
      '7 people have no decision yet: Ada, Tom and 5 more.',
    );
  });
});

it.each([
  ['somebody', {}, null],
  ['a closed review', { closedAt, left: 0 }, 'conflict'],
  ['the same user', { isAnother: false }, 'input'],
  ['who has nobody left', { left: 0, given: 0 }, 'conflict'],
  ['the other one alone', { given: 0 }, 'not-allowed'],
])('a handover of %s: %p gives %s', (_, facts, kind) => {
  const refusal = refuseHandover({
    ...{ closedAt: null, isAnother: true, left: 2, given: 1 },
    ...facts,
  });
  expect(refusal?.kind ?? null).toBe(kind);
});
