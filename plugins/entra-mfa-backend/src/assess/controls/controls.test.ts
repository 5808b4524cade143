import {
  controlTestIds,
  testOutcomes,
  tiers,
  type ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { freshUntil } from '../freshUntil';
import { runControlTests } from './controlTests';
import { dailyStrip, spansOf, type Moment, type Version } from './standing';
import { decidingOf, statusOf } from './statusOf';
import type { ControlFacts } from './types';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const at = new Date('2026-11-30T12:00:00Z');

const read = {
  active: 'read',
  eligible: 'no-licence',
  groups: 'read',
  groupEligibility: 'no-licence',
} as const;

const states = {
  covered: 95,
  uncovered: 5,
  unknown: 3,
  exempt: 1,
  'out-of-scope': 9,
};
const noTiers = Object.fromEntries(
  tiers.map(tier => [tier, 0]),
) as ControlFacts['counts']['tiers'];
const asking = {
  securityDefaults: false,
  policies: { total: 4, asking: 2, reportOnly: 1 },
  groupsKnown: true,
};

/** A tenant in which every test is met. */
const facts: ControlFacts = {
  at,
  counts: {
    states,
    inScope: 104,
    tiers: { ...noTiers, 'phishing-resistant': 104 },
    noTier: 0,
    cis: { members: 110, capable: 110, certificateScope: 0, leftOut: 2 },
    asking,
    privileged: {
      ...{ people: 9, covered: 9, uncovered: 0, tiers: {}, noTier: 0 },
      disabledWithRole: 0,
    },
  },
  targetPermille: 950,
  roles: read,
  privileged: {
    ...{ covered: 9, uncovered: 0, unknown: 0, exempt: 0 },
    ...{ phoneOnly: 0, phishingResistant: 9 },
  },
  breakGlass: { passed: 2, failed: 0, notKnown: 0 },
  joiners: { days: 14, people: 7, without: 0 },
  leavers: { people: 3, enabled: 0 },
  lost: { days: 7, people: 0 },
  exceptions: { inForce: 2, approvedByAnother: 2 },
  reviewClosedAt: new Date('2026-10-01T00:00:00Z'),
  sync: { dataSets: 28, failing: 0 },
};

const counts = (change: Partial<ControlFacts['counts']>) => ({
  counts: { ...facts.counts, ...change },
});
const privileged = (change: Partial<ControlFacts['privileged']>) => ({
  privileged: { ...facts.privileged, ...change },
});
const noRoles = { roles: { ...read, groups: 'no-permission' } } as const;

it('meets every test where all is well', () => {
  const results = Object.values(runControlTests(facts));
  expect(results.map(({ test }) => test)).toEqual(controlTestIds);
  expect(results.filter(({ outcome }) => outcome !== 'met')).toEqual([]);
});

it.each<[ControlTestId, string, Partial<ControlFacts>, object]>([
  ['coverage', 'met', {}, { count: 95, of: 100, short: 0 }],
  [
    ...(['coverage', 'not-met'] as const),
    counts({ states: { ...states, covered: 94, uncovered: 6 } }),
    { count: 94, of: 100, targetPermille: 950, short: 1 },
  ],
  [
    ...(['coverage', 'not-evaluated'] as const),
    counts({ states: { ...states, covered: 0, uncovered: 0 } }),
    { reason: 'nobody', count: null },
  ],
  [
    ...(['members-capable', 'not-met'] as const),
    counts({
      cis: { members: 110, capable: 109, certificateScope: 0, leftOut: 0 },
    }),
    { count: 109, of: 110, short: 1 },
  ],
  [
    ...(['members-capable', 'not-evaluated'] as const),
    counts({ cis: null }),
    { reason: 'people-not-known' },
  ],
  [
    ...(['members-capable', 'not-evaluated'] as const),
    counts({ cis: null, inScope: 0 }),
    { reason: 'nobody' },
  ],
  [
    ...(['all-phishing-resistant', 'not-met'] as const),
    counts({ tiers: { ...noTiers, 'phishing-resistant': 100 }, noTier: 3 }),
    { count: 100, of: 104, short: 1 },
  ],
  [
    ...(['all-phishing-resistant', 'not-evaluated'] as const),
    counts({ tiers: { ...noTiers, 'phishing-resistant': 101 }, noTier: 3 }),
    { reason: 'people-not-known', count: 101, of: 104, short: 0 },
  ],
  [
    ...(['all-phishing-resistant', 'not-evaluated'] as const),
    counts({ noTier: 104 }),
    { reason: 'nobody' },
  ],
  [
    ...(['privileged-covered', 'not-met'] as const),
    privileged({ covered: 7, uncovered: 1, unknown: 1 }),
    { count: 7, of: 9, short: 1 },
  ],
  [
    ...(['privileged-covered', 'not-evaluated'] as const),
    privileged({ covered: 8, unknown: 1 }),
    { reason: 'people-not-known' },
  ],
  ['privileged-covered', 'met', privileged({ exempt: 2 }), { of: 9 }],
  [
    ...(['privileged-covered', 'not-evaluated'] as const),
    noRoles,
    { reason: 'roles-not-known' },
  ],
  [
    ...(['privileged-covered', 'not-met'] as const),
    { ...noRoles, ...privileged({ covered: 8, uncovered: 1 }) },
    { short: 1 },
  ],
  [
    ...(['privileged-covered', 'not-evaluated'] as const),
    privileged({ covered: 0 }),
    { reason: 'nobody' },
  ],
  [
    ...(['privileged-phishing-resistant', 'not-met'] as const),
    privileged({ phishingResistant: 8 }),
    { count: 8, of: 9, short: 1 },
  ],
  [
    ...(['privileged-phishing-resistant', 'not-evaluated'] as const),
    privileged({ covered: 8, phishingResistant: 8, unknown: 1 }),
    { reason: 'people-not-known' },
  ],
  [
    ...(['privileged-not-phone-only', 'not-met'] as const),
    privileged({ phoneOnly: 2 }),
    { count: 2, of: 9, short: 2 },
  ],
  [
    ...(['privileged-not-phone-only', 'not-evaluated'] as const),
    privileged({ covered: 8, unknown: 1 }),
    { reason: 'people-not-known' },
  ],
  [
    ...(['roles-of-disabled', 'not-met'] as const),
    {
      ...noRoles,
      ...counts({
        privileged: { ...facts.counts.privileged!, disabledWithRole: 1 },
      }),
    },
    { count: 1 },
  ],
  [
    ...(['roles-of-disabled', 'not-evaluated'] as const),
    noRoles,
    { reason: 'roles-not-known' },
  ],
  [
    ...(['break-glass', 'not-met'] as const),
    { breakGlass: { passed: 1, failed: 0, notKnown: 0 } },
    { count: 1, of: 2 },
  ],
  [
    ...(['break-glass', 'not-met'] as const),
    { breakGlass: { passed: 0, failed: 0, notKnown: 1 } },
    { count: 0, of: 2 },
  ],
  [
    ...(['break-glass', 'not-met'] as const),
    { breakGlass: { passed: 2, failed: 1, notKnown: 1 } },
    { count: 2, of: 4 },
  ],
  [
    ...(['break-glass', 'not-evaluated'] as const),
    { breakGlass: { passed: 1, failed: 0, notKnown: 1 } },
    { reason: 'register-not-known', count: 1, of: 2 },
  ],
  [
    ...(['joiners', 'not-evaluated'] as const),
    counts({ states: { ...states, covered: 0, uncovered: 0 } }),
    { reason: 'nobody', count: null },
  ],
  [
    ...(['lost-registrations', 'not-evaluated'] as const),
    counts({ states: { ...states, covered: 0, uncovered: 0 } }),
    { reason: 'nobody', count: null },
  ],
  [
    ...(['joiners', 'not-met'] as const),
    { joiners: { days: 14, people: 7, without: 2 } },
    { count: 2, of: 7, short: 2, days: 14 },
  ],
  [
    ...(['leavers', 'not-met'] as const),
    { leavers: { people: 3, enabled: 1 } },
    { count: 1, of: 3, short: 1 },
  ],
  [
    ...(['leavers', 'not-evaluated'] as const),
    { leavers: null },
    { reason: 'not-read' },
  ],
  [
    ...(['lost-registrations', 'not-met'] as const),
    { lost: { days: 7, people: 1 } },
    { count: 1, days: 7 },
  ],
  [
    ...(['exceptions', 'not-met'] as const),
    { exceptions: { inForce: 2, approvedByAnother: 1 } },
    { count: 1, of: 2 },
  ],
  [
    ...(['exceptions', 'met'] as const),
    { exceptions: { inForce: 0, approvedByAnother: 0 } },
    { count: 0, of: 0 },
  ],
  ['review', 'not-met', { reviewClosedAt: null }, { days: 92 }],
  [
    ...(['review', 'not-met'] as const),
    { reviewClosedAt: new Date(at.getTime() - 92 * DAY - 1) },
    {},
  ],
  [
    ...(['review', 'met'] as const),
    { reviewClosedAt: new Date(at.getTime() - 92 * DAY) },
    {},
  ],
  [
    ...(['policies', 'not-met'] as const),
    counts({
      asking: { ...asking, policies: { total: 1, asking: 0, reportOnly: 1 } },
    }),
    { count: 0, of: 1 },
  ],
  [
    ...(['policies', 'met'] as const),
    counts({ asking: { ...asking, securityDefaults: true, policies: null } }),
    { count: null },
  ],
  [
    ...(['policies', 'not-evaluated'] as const),
    counts({ asking: { ...asking, policies: null } }),
    { reason: 'not-read' },
  ],
  [
    ...(['policies', 'not-evaluated'] as const),
    counts({
      asking: {
        ...asking,
        securityDefaults: null,
        policies: { total: 1, asking: 0, reportOnly: 0 },
      },
    }),
    { reason: 'not-read' },
  ],
  ['policies', 'not-evaluated', counts({ asking: null }), {}],
  [
    ...(['sync', 'not-met'] as const),
    { sync: { dataSets: 28, failing: 1 } },
    { count: 27, of: 28 },
  ],
])('%s is %s: case %#', (test, outcome, change, figures) => {
  expect(runControlTests({ ...facts, ...change })[test]).toMatchObject({
    test,
    outcome,
    ...figures,
  });
});

it('meets a control only where every test that speaks for it ran and is met', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ outcome: fc.constantFrom(...testOutcomes) })),
      results => {
        const has = (wanted: string) =>
          results.some(({ outcome }) => outcome === wanted);
        const isMet =
          results.length > 0 && !has('not-met') && !has('not-evaluated');
        expect(statusOf(results) === 'met').toBe(isMet);
        expect(statusOf(results) === 'not-met').toBe(has('not-met'));
        expect(decidingOf(results)?.outcome ?? 'not-evaluated').toBe(
          statusOf(results),
        );
      },
    ),
  );
});

describe('statuses over time', () => {
  const start = Date.UTC(2026, 8, 1);

  /** Snapshots some hours apart, each fresh for some hours, and what a control was at them. */
  const histories = fc
    .array(
      fc.record({
        hoursLater: fc.integer({ min: 1, max: 60 }),
        freshHours: fc.integer({ min: 0, max: 60 }),
        status: fc.constantFrom<Version['status'] | null>(
          'met',
          'met',
          'not-met',
          'not-evaluated',
          'disabled',
          null,
        ),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map(steps => {
      let time = start;
      const moments: Moment[] = [];
      const versions: Version[] = [];
      for (const [index, step] of steps.entries()) {
        time += step.hoursLater * HOUR;
        moments.push({
          number: index + 1,
          at: new Date(time),
          freshUntil: new Date(time + step.freshHours * HOUR),
        });
        const last = versions[versions.length - 1];
        if (last?.status === step.status && last.toSnapshot === index + 1) {
          last.toSnapshot = index + 2;
        } else if (step.status !== null) {
          versions.push({
            status: step.status,
            fromSnapshot: index + 1,
            toSnapshot: index + 2,
          });
        }
      }
      return { moments, versions, steps };
    });

  const statusOn = (spans: ReturnType<typeof spansOf>, time: Date) =>
    spans.find(({ from, to }) => from <= time && (to === null || to > time))
      ?.status ?? null;

  it('answers for any past time what was answered then', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 20 * 60 }),
        fc.integer({ min: 0, max: 20 * 60 }),
        ({ moments, versions, steps }, hours, later) => {
          const then = new Date(start + hours * HOUR);
          const known = moments.filter(moment => moment.at <= then);
          const answered =
            spansOf(versions, known, then).find(({ to }) => to === null)
              ?.status ?? null;
          const now = new Date(then.getTime() + later * HOUR);
          const spans = spansOf(versions, moments, now);
          const newest = known[known.length - 1];
          const status = newest ? steps[newest.number - 1].status : null;
          const isOld =
            newest &&
            (then > newest.freshUntil || newest.freshUntil <= newest.at);
          // At the very moment at which it ages, either is true.
          fc.pre(newest?.freshUntil.getTime() !== then.getTime());
          expect(statusOn(spans, then)).toBe(answered);
          expect(answered).toBe(
            isOld && status !== null && status !== 'disabled'
              ? 'stale'
              : status,
          );
        },
      ),
    );
  });

  it('never meets a day without fresh data', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 20 * 60 }),
        ({ moments, versions, steps }, hours) => {
          const now = new Date(start + hours * HOUR);
          const strip = dailyStrip(spansOf(versions, moments, now), 60, now);
          const today = Math.floor(now.getTime() / DAY);
          for (const [place, day] of strip.entries()) {
            const from = (today - 59 + place) * DAY;
            const to = Math.min(from + DAY, now.getTime() + 1);
            const fresh = moments.filter((moment, index) => {
              const next = moments[index + 1]?.at.getTime() ?? Infinity;
              const end = Math.min(next, moment.freshUntil.getTime());
              return (
                end > moment.at.getTime() &&
                end > from &&
                moment.at.getTime() < to
              );
            });
            const held = fresh.map(({ number }) => steps[number - 1].status);
            const wasWell =
              held.includes('met') &&
              !held.includes('not-met') &&
              !held.includes('not-evaluated');
            expect([place, day === 'met']).toEqual([place, wasWell]);
            expect([place, day === 'not-met']).toEqual([
              place,
              held.includes('not-met'),
            ]);
          }
        },
      ),
    );
  });

  it('shows the worst of a day, and what it was before it aged', () => {
    const moment = (number: number, hours: number, fresh: number): Moment => ({
      number,
      at: new Date(start + hours * HOUR),
      freshUntil: new Date(start + (hours + fresh) * HOUR),
    });
    const moments = [moment(1, 30, 6), moment(2, 40, 6), moment(3, 100, 0)];
    const versions: Version[] = [
      { status: 'met', fromSnapshot: 1, toSnapshot: 2 },
      { status: 'not-met', fromSnapshot: 2, toSnapshot: 9 },
    ];
    const now = new Date(start + 130 * HOUR);
    const spans = spansOf(versions, moments, now);
    expect(spans.map(({ status }) => status)).toEqual([
      'met',
      'stale',
      'not-met',
      'stale',
    ]);
    // From 31 August to 6 September: the second day has both, and the fifth only data that was old when it came.
    expect(dailyStrip(spans, 7, now)).toEqual([
      'no-data',
      'no-data',
      'not-met',
      'stale',
      'stale',
      'stale',
      'stale',
    ]);
  });
});

it.each([
  ['what was read, and the limit', '2026-11-30T11:00:00Z', null, 17],
  ['its own time where the report was old', '2026-11-30T11:00:00Z', 49, 12],
  ['the limit where the report was not', '2026-11-30T11:00:00Z', 48, 17],
  [
    'its own time where it was read too long ago',
    '2026-11-30T01:00:00Z',
    0,
    12,
  ],
  ['its own time where nothing was read', null, null, 12],
])('is fresh until %s', (_, readAt, reportHours, hour) => {
  const readTime = readAt ? new Date(readAt) : null;
  const until = freshUntil(
    { staleAfterSeconds: 6 * 3600, reportStaleAfterSeconds: 48 * 3600 },
    {
      at,
      readAt: readTime,
      reportRefreshedAt:
        reportHours === null || !readTime
          ? null
          : new Date(readTime.getTime() - reportHours * HOUR),
    },
  );
  expect(until.getUTCHours()).toBe(hour);
});
