import { screen, within } from '@testing-library/react';
import type {
  EntityOwners,
  OwnersFigure,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { OwnersSummary } from './OwnersSummary';

const owners = healthy.answer('getEntityOwners', {
  kind: 'component',
  namespace: 'default',
  name: 'payments-web',
});
const [somebody] = owners.people;

const having = (figure: Partial<OwnersFigure>): EntityOwners => ({
  ...owners,
  people: [],
  figure: {
    ...owners.figure!,
    covered: 7,
    uncovered: 0,
    unknown: 0,
    phoneOnly: 0,
    privilegedUncovered: 0,
    ...figure,
  },
});

/** Shows the card's content; the texts of its lines. */
async function lines(of: EntityOwners) {
  renderPart(<OwnersSummary owners={of} />);
  const card = (await screen.findByText('drawn')).previousElementSibling!;
  return [...card.children].map(({ textContent }) => textContent);
}

const owned = 'Owned by Payments';
const foot = 'read 12 min agoAll services';

it.each<[Partial<OwnersFigure>, string[]]>([
  [{}, ['All 7 owners are registered.']],
  [{ covered: 1 }, ['The one owner is registered.']],
  [{ covered: 0 }, ['No owner is known to Microsoft Entra and in scope.']],
  [{ uncovered: 2 }, ['2 of 9 owners are not registered', 'and 2 more']],
  [{ uncovered: 1 }, ['1 of 8 owners is not registered', 'and 1 more']],
  [
    { covered: 0, uncovered: 1 },
    ['The one owner is not registered', 'and 1 more'],
  ],
  [
    { uncovered: 3, privilegedUncovered: 1 },
    [
      '3 of 10 owners are not registered · 1 of them is privileged',
      'and 3 more',
    ],
  ],
  [
    { uncovered: 3, privilegedUncovered: null },
    ['3 of 10 owners are not registered', 'and 3 more'],
  ],
  [{ unknown: 1 }, ['All 7 owners are registered.', '1 more is not known']],
  [
    { phoneOnly: 1, phoneEnds: [{ date: '2027-02-01', count: 1 }] },
    [
      'All 7 owners are registered.',
      '1 only has a phone: blocked from 1 Feb 2027',
      '',
    ],
  ],
])('says of %j: %j', async (figure, texts) => {
  expect(await lines(having(figure))).toEqual([...texts, owned, foot]);
});

it.each<[Partial<OwnersFigure>, string]>([
  [{}, 'All 7 owners are MFA capable.'],
  [{ covered: 1 }, 'The one owner is MFA capable.'],
  [{ uncovered: 2 }, '2 of 9 owners are not MFA capable'],
  [{ uncovered: 1 }, '1 of 8 owners is not MFA capable'],
  [{ covered: 0, uncovered: 1 }, 'The one owner is not MFA capable'],
])('where MFA capable counts, says of %j: %s', async (figure, text) => {
  const [first] = await lines({ ...having(figure), basis: 'capable' });
  expect(first).toBe(text);
});

it('says of each what counts', async () => {
  const people = [
    { ...somebody, state: 'uncovered' as const, privileged: false },
  ];
  await lines({ ...having({ uncovered: 1 }), basis: 'capable', people });
  expect(screen.getByRole('listitem')).toHaveTextContent(
    /not MFA capable · since/,
  );
});

it('names who is not registered and who has only a phone, and says of each why', async () => {
  const at = (since: string, change: Partial<typeof somebody>) => ({
    ...somebody,
    id: since,
    privileged: false,
    since: `2026-${since}T08:00:00Z`,
    ...change,
  });
  const people = [
    at('09-01', { displayName: 'Ada', state: 'uncovered', privileged: true }),
    at('09-02', { displayName: 'Bo', state: 'uncovered' }),
    at('09-03', { displayName: 'Cy', state: 'covered' }),
  ];
  const texts = await lines({
    ...having({
      uncovered: 3,
      phoneOnly: 1,
      phoneEnds: [{ date: '2027-02-01', count: 1 }],
    }),
    people,
  });
  expect(
    screen.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([
    'Adanot registered · privileged · since 1 Sep 2026',
    'Bonot registered · since 2 Sep 2026',
    'Cyonly a phone · since 3 Sep 2026',
  ]);
  expect(
    screen
      .getAllByRole('listitem')
      .map(item => within(item).getByRole('link').getAttribute('href')),
  ).toEqual(
    people.map(
      ({ id }) => `/entra-mfa/people/${tenant}/${id}?tenant=${tenant}`,
    ),
  );
  expect(
    screen
      .getAllByRole('listitem')
      .map(item => item.querySelector('svg')!.classList.contains('bad')),
  ).toEqual([true, true, false]);
  expect(texts[2]).toMatch(/and 1 more$/);
});

it('has no word of more where all are named', async () => {
  const people = [{ ...somebody, state: 'uncovered' as const }];
  const texts = await lines({ ...having({ uncovered: 1 }), people });
  expect(texts[1]).toMatch(/since \d+ \w+ \d+$/);
});

it('names the owners, and says of whom nothing is known', async () => {
  const [owner] = owners.owners;
  const texts = await lines({
    ...having({}),
    owners: [
      owner,
      { ...owner, ref: 'group:default/gone', title: null, found: false },
    ],
  });
  expect(texts[1]).toBe(
    'Owned by Payments · gone (not found in the catalog or in Microsoft Entra)',
  );
});

it('says when it was read, and whether that is long ago', async () => {
  const { freshness } = owners;
  const stale = await lines({
    ...having({}),
    freshness: { ...freshness, stale: true },
  });
  expect(stale[2]).toBe('read 12 min ago: These figures are oldAll services');
  expect(screen.getByText('read 12 min ago')).toHaveAttribute(
    'datetime',
    freshness.readAt!,
  );
});

it('says nothing of a read that never was', async () => {
  const freshness = { ...owners.freshness, readAt: null };
  const texts = await lines({ ...having({}), freshness });
  expect(texts[2]).toBe('All services');
});
