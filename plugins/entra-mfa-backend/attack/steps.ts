import type { FaultProfileInput } from 'entra-simulator';
import fc from 'fast-check';
import { lies, type Lie } from './world/AttackedCatalog';
import type { TenantMark } from './world/marks';
import { allMutations, type Mutation } from './world/mutate';

/** One of two. */
export type ReplicaNumber = 0 | 1;

/** A process that dies in the midst of it, at that share of the statements that it takes. */
export interface Death {
  share: number;
  when: 'before' | 'after';
}

type Rule = NonNullable<FaultProfileInput['rules']>[number];

/** One thing that happens. A number that chooses among what is there is taken modulo how many are. */
export type Step =
  | {
      do: 'sync';
      tenant: TenantMark;
      replica: ReplicaNumber;
      /** The other tenant on the other replica, or the same tenant there too. */
      beside: 'nothing' | 'other-tenant' | 'same-tenant';
      faults: Rule[];
      death: Death | null;
    }
  | { do: 'kill'; replica: ReplicaNumber }
  | { do: 'clock'; replica: ReplicaNumber; hours: number }
  | { do: 'wait'; hours: number }
  | { do: 'catalog'; lie: Lie | null; replica: ReplicaNumber | 'both' }
  | { do: 'move'; person: number; to: number }
  | { do: 'mutate'; tenant: TenantMark; mutation: Mutation; random: number }
  | {
      do: 'ask';
      tenant: TenantMark;
      person: number;
      replica: ReplicaNumber;
      death: Death | null;
    }
  | {
      do: 'decide';
      tenant: TenantMark;
      which: number;
      how: 'approved' | 'refused' | 'end';
      replica: ReplicaNumber;
      death: Death | null;
    }
  | {
      do: 'review';
      tenant: TenantMark;
      how: 'open' | 'decide' | 'close';
      which: number;
      replica: ReplicaNumber;
      death: Death | null;
    }
  | { do: 'release'; tenant: TenantMark; replica: ReplicaNumber };

/** A whole history: how it begins, and what happens. */
export interface Script {
  people: [number, number];
  random: number[];
  steps: Step[];
}

const tenant = fc.constantFrom<TenantMark>('a', 'b');
const replica = fc.constantFrom<ReplicaNumber>(0, 1);
const number = fc.nat(9_999);
/** One time in so many; else nothing. */
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>, times: number) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: times - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary },
  );

const death = fc.record<Death>({
  // As often near the end as anywhere: there it is published.
  share: fc
    .oneof(fc.nat(99), fc.integer({ min: 85, max: 99 }))
    .map(percent => percent / 100),
  when: fc.constantFrom('before', 'after'),
});

const endpoints = [
  'registrations',
  'users',
  'groups',
  'transitiveMembers',
  'organization',
  'roleAssignments',
  'roleDefinitions',
  'roleEligibility',
  '*',
] as const;

const where = fc.record({
  endpoint: fc.constantFrom(...endpoints),
  page: fc.constantFrom(undefined, undefined, 1, 2),
  times: fc.constantFrom(undefined, 1, 2, 5),
  after: fc.constantFrom(undefined, undefined, 1),
});

const status = fc
  .tuple(where, fc.constantFrom(400, 403, 404, 429, 500, 502, 503, 504))
  .map(([at, code]): Rule => ({ ...at, kind: 'status', status: code }));

const plain = fc
  .tuple(
    where,
    fc.constantFrom(
      'cutBody',
      'dropConnection',
      'invalidJson',
      'html',
      'selfLink',
      'foreignLink',
      'expiredPageToken',
      'permissionMissing',
      'licenceMissing',
      'invalidToken',
      'duplicateRows',
      'wrongTypeRows',
      'emptyPage',
    ),
  )
  .map(([at, kind]) => ({ ...at, kind } as Rule));

const slow = where.map(
  (at): Rule => ({ ...at, kind: 'slow', milliseconds: 20, times: 3 }),
);

const signIn = fc.constantFrom<Rule>(
  { endpoint: 'token', kind: 'expiredSecret' },
  { endpoint: 'token', kind: 'status', status: 503, times: 1 },
  { endpoint: 'token', kind: 'signInRefused', number: 700016 },
);

const rule = fc.oneof(
  { weight: 4, arbitrary: status },
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: slow },
  { weight: 1, arbitrary: signIn },
  {
    weight: 1,
    arbitrary: fc.constant<Rule>({
      endpoint: 'registrations',
      kind: 'nobodyRegistered',
    }),
  },
);

/** Of hours, those of a clock that is a little wrong, and of one that is wholly wrong. */
const jump = fc.constantFrom(-24, -3, -0.1, 0, 0, 0.1, 3, 24, 24 * 366);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      tenant,
      replica,
      beside: fc.constantFrom(
        'nothing' as const,
        'nothing' as const,
        'other-tenant' as const,
        'same-tenant' as const,
      ),
      faults: fc
        .tuple(fc.boolean(), fc.array(rule, { minLength: 1, maxLength: 3 }))
        .map(([some, rules]) => (some ? rules : [])),
      death: seldom(death, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill' as const), replica }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      replica,
      hours: jump,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 48 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('catalog' as const),
      lie: fc.constantFrom<(Lie | null)[]>(null, null, null, ...lies),
      replica: fc.constantFrom(0 as const, 1 as const, 'both' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      person: number,
      to: number,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('mutate' as const),
      tenant,
      mutation: fc.constantFrom(...allMutations),
      random: number,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      tenant,
      person: number,
      replica,
      death: seldom(death, 6),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      tenant,
      which: number,
      how: fc.constantFrom(
        'approved' as const,
        'approved' as const,
        'refused' as const,
        'end' as const,
      ),
      replica,
      death: seldom(death, 6),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      tenant,
      how: fc.constantFrom(
        'open' as const,
        'decide' as const,
        'decide' as const,
        'close' as const,
      ),
      which: number,
      replica,
      death: seldom(death, 6),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('release' as const),
      tenant,
      replica,
    }),
  },
);

/** Histories, without what is left out: a kind of step, of fault or of lie. */
export function scripts(without: readonly string[]): fc.Arbitrary<Script> {
  const size = fc.integer({ min: 10, max: 60 });
  const isLeftOut = (one: Step) =>
    without.includes(one.do) ||
    (one.do === 'catalog' && one.lie !== null && without.includes(one.lie)) ||
    (one.do === 'mutate' && without.includes(one.mutation)) ||
    (one.do === 'sync' &&
      one.faults.some(({ kind }) => without.includes(kind))) ||
    ('death' in one && one.death !== null && without.includes('death')) ||
    (one.do === 'clock' && without.includes(`${one.hours}h`));
  return fc.record({
    people: fc.tuple(size, size),
    random: fc.array(number, { minLength: 60, maxLength: 60, size: 'max' }),
    steps: fc
      .array(step, { minLength: 8, maxLength: 30, size: 'max' })
      .map(steps => steps.filter(one => !isLeftOut(one))),
  });
}
