import { addUpGroups, type TenantGroup } from './addUpGroups';

function group(
  covered: number,
  uncovered: number,
  rest: Partial<TenantGroup> = {},
): TenantGroup {
  const ref = 'group:default/payments';
  return {
    ref,
    covered,
    uncovered,
    targetPermille: 900,
    stale: false,
    hidden: false,
    ...rest,
  };
}

const stale = { stale: true };

it.each<[string, TenantGroup[], ReturnType<typeof addUpGroups>[number]]>([
  [
    'one tenant',
    [group(9, 1)],
    {
      entityRef: 'group:default/payments',
      permille: 900,
      met: true,
      covered: 9,
      uncovered: 1,
    },
  ],
  [
    'two tenants',
    [group(9, 1), group(0, 5)],
    {
      entityRef: 'group:default/payments',
      permille: 600,
      met: false,
      covered: 9,
      uncovered: 6,
    },
  ],
  [
    'a second tenant that has none of its people',
    [group(9, 1), group(0, 0, stale)],
    {
      entityRef: 'group:default/payments',
      permille: 900,
      met: true,
      covered: 9,
      uncovered: 1,
    },
  ],
  [
    'a tenant whose data is stale',
    [group(4, 0, stale), group(9, 1)],
    {
      entityRef: 'group:default/payments',
      permille: 928,
      met: null,
      covered: 13,
      uncovered: 1,
    },
  ],
  [
    'a tenant that was not yet assessed by the new target',
    [group(9, 1, { targetPermille: 950 }), group(9, 1)],
    {
      entityRef: 'group:default/payments',
      permille: 900,
      met: false,
      covered: 18,
      uncovered: 2,
    },
  ],
  [
    'a tenant in which it is hidden',
    [group(3, 1, { hidden: true }), group(9, 1)],
    {
      entityRef: 'group:default/payments',
      hidden: true,
      permille: null,
      met: null,
      covered: null,
      uncovered: null,
    },
  ],
  [
    'nobody',
    [group(0, 0), group(0, 0)],
    {
      entityRef: 'group:default/payments',
      permille: null,
      met: null,
      covered: 0,
      uncovered: 0,
    },
  ],
])('adds up a Group of %s', (_, groups, expected) => {
  expect(addUpGroups(groups)).toEqual([expected]);
});

it('keeps Groups apart', () => {
  const other = group(1, 0, { ref: 'group:default/ledger' });
  expect(
    addUpGroups([group(2, 0), other, group(3, 0)]).map(
      ({ entityRef, covered }) => [entityRef, covered],
    ),
  ).toEqual([
    ['group:default/payments', 5],
    ['group:default/ledger', 1],
  ]);
});
