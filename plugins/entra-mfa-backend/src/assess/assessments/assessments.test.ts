import type {
  AssessmentAction,
  AssessmentState,
  AssessmentStepKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { assessmentActions } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { ABSENT, packCondition, type Condition } from '../condition';
import { spansOf, type Moment, type Version } from '../controls/standing';
import { addsUp } from './addsUp';
import { controlOverPeriod, countMetThroughout } from './controlOverPeriod';
import { lossSteps } from './lossSteps';
import { lostOver } from './lostOver';
import { endOf, lastFullQuarter, lengthOf, refusePeriod } from './period';
import {
  assessmentState,
  refuseStep,
  type AssessmentParties,
  type AssessmentRights,
} from './refuseStep';

const HOUR = 3_600_000;

describe('a period', () => {
  it.each([
    ['2026-11-30T14:00:00Z', 'Q3 2026', '2026-07-01', '2026-09-30'],
    ['2026-10-01T00:00:00Z', 'Q3 2026', '2026-07-01', '2026-09-30'],
    ['2026-09-30T23:59:59Z', 'Q2 2026', '2026-04-01', '2026-06-30'],
    ['2026-02-28T12:00:00Z', 'Q4 2025', '2025-10-01', '2025-12-31'],
    ['2028-05-01T12:00:00Z', 'Q1 2028', '2028-01-01', '2028-03-31'],
  ])('at %s is %s where nothing else is said', (now, title, from, to) => {
    expect(lastFullQuarter(new Date(now))).toEqual({ title, from, to });
  });

  const now = new Date('2026-11-30T14:00:00Z');

  it.each([
    ['2026-11-30', '2026-11-30', /not refused/],
    ['2026-11-30', '2026-11-29', /ends before/],
    ['2026-11-01', '2026-12-01', /not over/],
    ['2025-10-27', '2026-11-30', /not refused/],
    ['2025-10-26', '2026-11-30', /401 days/],
  ])('from %s to %s', (from, to, refused) => {
    const refusal = refusePeriod({ from, to }, now);
    expect(refusal?.message ?? 'not refused').toMatch(refused);
  });

  it('of today goes up to now, and any other one to the end of its last day', () => {
    expect(endOf({ from: '2026-11-01', to: '2026-11-30' }, now)).toEqual(now);
    expect(
      endOf({ from: '2026-11-01', to: '2026-11-29' }, now).toISOString(),
    ).toBe('2026-11-29T23:59:59.999Z');
  });
});

describe('a control over a period', () => {
  const start = Date.parse('2026-07-01T00:00:00Z');
  const moment = (number: number, hours: number, fresh: number): Moment => ({
    number,
    at: new Date(start + hours * HOUR),
    freshUntil: new Date(start + (hours + fresh) * HOUR),
  });

  it('has each day by its worst status, and the worst of them with its first and last day', () => {
    const period = { from: '2026-07-01', to: '2026-07-08' };
    const versions: Version[] = [
      { status: 'met', fromSnapshot: 1, toSnapshot: 2 },
      { status: 'not-met', fromSnapshot: 2, toSnapshot: 3 },
      { status: 'met', fromSnapshot: 3, toSnapshot: 4 },
      { status: 'not-met', fromSnapshot: 4, toSnapshot: 9 },
    ];
    const until = endOf(period, new Date('2027-01-01T00:00:00Z'));
    const spans = spansOf(
      versions,
      [
        moment(1, 30, 24),
        moment(2, 50, 10),
        moment(3, 55, 20),
        moment(4, 150, 4),
      ],
      until,
    );
    expect(controlOverPeriod('mfa/MFA-01', spans, period, until)).toEqual({
      control: 'mfa/MFA-01',
      days: {
        met: 2,
        notMet: 2,
        notEvaluated: 0,
        stale: 3,
        noData: 1,
        disabled: 0,
      },
      worst: { status: 'not-met', first: '2026-07-03', last: '2026-07-07' },
      strip: [
        'no-data',
        'met',
        'not-met',
        'met',
        'stale',
        'stale',
        'not-met',
        'stale',
      ],
    });
  });

  it('has no data where nothing was ever read', () => {
    const period = { from: '2026-07-01', to: '2026-07-01' };
    const nothing = controlOverPeriod(
      'mfa/MFA-01',
      [],
      period,
      new Date(start),
    );
    expect(nothing.worst).toEqual({
      status: 'no-data',
      first: '2026-07-01',
      last: '2026-07-01',
    });
    expect(countMetThroughout([nothing])).toBe(0);
  });

  it('is met on no day without fresh data, and all days are told once', () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 100 }),
        fresh: fc.integer({ min: 0, max: 60 }),
        status: fc.constantFrom('met', 'not-met', 'not-evaluated', 'disabled'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: -10, max: 20 }),
        fc.integer({ min: 0, max: 30 }),
        (history, begins, more) => {
          let hours = 0;
          const moments = history.map(({ gap, fresh }, index) => {
            hours += gap;
            return moment(index + 1, hours, fresh);
          });
          const versions = history.map(({ status }, index) => ({
            status,
            fromSnapshot: index + 1,
            toSnapshot: index + 2,
          })) as Version[];
          const iso = (days: number) =>
            new Date(start + days * 24 * HOUR).toISOString().slice(0, 10);
          const period = { from: iso(begins), to: iso(begins + more) };
          const until = endOf(period, new Date('2027-01-01T00:00:00Z'));
          const { days, strip, worst } = controlOverPeriod(
            'a/b',
            spansOf(versions, moments, until),
            period,
            until,
          );
          expect(strip).toHaveLength(lengthOf(period));
          expect(Object.values(days).reduce((a, b) => a + b, 0)).toBe(
            strip.length,
          );
          for (const [place, day] of strip.entries()) {
            const from = start + (begins + place) * 24 * HOUR;
            const isFresh = moments.some(
              ({ at, freshUntil }, index) =>
                at.getTime() < from + 24 * HOUR &&
                Math.min(
                  freshUntil.getTime(),
                  moments[index + 1]?.at.getTime() ?? Infinity,
                ) > from &&
                freshUntil > at,
            );
            expect([place, !isFresh && day === 'met']).toEqual([place, false]);
          }
          expect(worst.status === 'met' ? days.noData + days.stale : 0).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('counts as met throughout where it was on every day on which it applied', () => {
    const none = {
      ...{ met: 0, notMet: 0, notEvaluated: 0 },
      ...{ stale: 0, noData: 0, disabled: 0 },
    };
    const days = (some: object) => ({ days: { ...none, ...some } });
    expect(
      countMetThroughout([
        days({ met: 9 }),
        days({ met: 1, disabled: 8 }),
        days({ disabled: 9 }),
        days({ met: 8, stale: 1 }),
        days({ met: 8, noData: 1 }),
        days({ met: 8, notMet: 1 }),
        days({ met: 8, notEvaluated: 1 }),
      ]),
    ).toBe(2);
  });
});

describe('lost registrations', () => {
  const code = (
    state: Condition['state'],
    registered: boolean | null,
    more: Partial<Condition> = {},
  ) =>
    packCondition({
      ...{ state, registered, scopeClass: null, capable: null, tier: null },
      ...more,
    });
  const covered = code('covered', true, { capable: true, tier: 'phone' });
  const uncovered = code('uncovered', false);
  const noRow = code('uncovered', null);
  const waited = code('unknown', null);
  const exempt = code('exempt', false);
  const disabled = code('out-of-scope', null, { scopeClass: 'disabled' });

  it.each([
    ['from registered to not', covered, uncovered, 'lost'],
    ['who is exempt too', covered, exempt, 'lost'],
    ['who is waited for', covered, waited, 'doubted'],
    ['of whom there is no row any more', waited, noRow, 'afterDoubt'],
    ['who never was', uncovered, noRow, null],
    ['who is left out now', covered, disabled, null],
    ['who left', covered, ABSENT, null],
    ['who registers', uncovered, covered, null],
  ] as const)('%s', (_, before, after, wanted) => {
    const { lost, doubted, afterDoubt } = lossSteps([{ before, after }]);
    const found = Object.entries({ lost, doubted, afterDoubt }).flatMap(
      ([name, steps]) => (steps.length > 0 ? [name] : []),
    );
    expect(found).toEqual(wanted ? [wanted] : []);
  });

  it('end where somebody registers, leaves or is left out, and not where it is only not known', () => {
    const after = [covered, ABSENT, disabled, waited, noRow, exempt];
    expect(
      lossSteps(after.map(one => ({ before: uncovered, after: one }))).closing,
    ).toEqual([covered, ABSENT, disabled]);
  });

  const until = new Date('2026-09-30T00:00:00Z');
  const ago = (hours: number) => new Date(until.getTime() - hours * HOUR);

  it('are told with how long they stayed open, by people and not by groups', () => {
    expect(
      lostOver(
        [
          { people: 1, at: ago(100), closedAt: null },
          { people: 3, at: ago(50), closedAt: ago(45.5) },
          { people: 1, at: ago(50), closedAt: ago(48) },
        ],
        until,
      ),
    ).toEqual({
      people: 5,
      closed: 4,
      open: 1,
      medianHours: 4.5,
      longestHours: 100,
    });
  });

  it('are none', () => {
    expect(lostOver([], until)).toEqual({
      people: 0,
      closed: 0,
      open: 0,
      medianHours: null,
      longestHours: null,
    });
  });
});

it.each([
  ['all parts are there', { covered: 5, 'out-of-scope': 3 }, 3, true],
  ['somebody is in no state', { covered: 4, 'out-of-scope': 3 }, 3, false],
  ['a class is missing', { covered: 5, 'out-of-scope': 3 }, 2, false],
])('a population where %s', (_, states, left, whole) => {
  expect(
    addsUp({
      directory: 8,
      states,
      reasons: [],
      leftOut: [{ scopeClass: 'guest', count: left }],
      catalogUsersNotInEntra: 0,
      peopleNotInCatalog: 0,
      rowsWithoutPerson: 0,
    }),
  ).toBe(whole);
});

describe('the steps of an assessment', () => {
  it.each([
    [['drafted'], 'draft'],
    [['drafted', 'changed'], 'draft'],
    [['drafted', 'submitted'], 'in-review'],
    [['drafted', 'submitted', 'returned', 'changed'], 'returned'],
    [['drafted', 'submitted', 'returned', 'submitted'], 'in-review'],
    [['drafted', 'submitted', 'approved'], 'approved'],
    [['drafted', 'submitted', 'approved', 'superseded'], 'superseded'],
  ] as [AssessmentStepKind[], AssessmentState][])('%s: %s', (kinds, state) => {
    expect(assessmentState(kinds.map(kind => ({ kind })))).toBe(state);
  });

  const person = (name: string, isKnown = true) => ({
    userRef: `user:default/${name}`,
    objectIds: isKnown ? [name] : [],
    addresses: [],
    isKnown,
  });
  const all = { prepares: true, approves: true, audits: false };
  const may = (
    state: AssessmentState,
    rights: AssessmentRights,
    parties: AssessmentParties,
    unidentified = false,
  ): AssessmentAction[] =>
    assessmentActions.filter(
      action =>
        refuseStep(action, state, rights, parties, unidentified) === null,
    );
  const others = { actor: person('jonas'), preparers: [person('ada')] };

  it.each([
    ['draft', ['change', 'submit', 'comment', 'assign']],
    ['in-review', ['approve', 'return', 'comment', 'assign']],
    ['returned', ['change', 'submit', 'comment', 'assign']],
    ['approved', ['comment', 'assign', 'supersede']],
    ['superseded', ['comment']],
  ] as [AssessmentState, AssessmentAction[]][])(
    'of one that is %s, somebody else with every permission may %s',
    (state, actions) => {
      expect(may(state, all, others)).toEqual(actions);
    },
  );

  it.each([
    ['who prepares', { ...all, approves: false }, ['comment', 'assign']],
    [
      'who approves',
      { ...all, prepares: false },
      ['approve', 'return', 'comment'],
    ],
    [
      'an auditor',
      { prepares: false, approves: false, audits: true },
      ['comment'],
    ],
    ['anybody else', { prepares: false, approves: false, audits: false }, []],
  ] as [string, AssessmentRights, AssessmentAction[]][])(
    'in review, %s may no more than the permission says',
    (_, rights, actions) => {
      expect(may('in-review', rights, others)).toEqual(actions);
    },
  );

  const twoOfOne = {
    actor: { ...person('ada-admin'), objectIds: ['ada'] },
    preparers: [person('jonas'), person('ada')],
  };
  it.each([
    [
      'who prepared it',
      { actor: person('ada'), preparers: [person('ada')] },
      [],
    ],
    ['another User of who submitted it', twoOfOne, []],
    [
      'somebody whom nobody knows',
      { ...others, actor: person('x', false) },
      [],
    ],
    [
      'somebody else, where nobody knows who prepared it,',
      { ...others, preparers: [person('x', false)] },
      ['return'],
    ],
  ] as [string, AssessmentParties, AssessmentAction[]][])(
    'by %s are not those of four eyes',
    (_, parties, decides) => {
      expect(may('in-review', all, parties)).toEqual([
        ...decides,
        'comment',
        'assign',
      ]);
    },
  );

  it('are two users where the portal says so, and never one', () => {
    const unknown = {
      actor: person('x', false),
      preparers: [person('y', false)],
    };
    expect(may('in-review', all, unknown, true)).toContain('approve');
    const own = { actor: person('y', false), preparers: [person('y', false)] };
    expect(may('in-review', all, own, true)).not.toContain('approve');
  });
});
