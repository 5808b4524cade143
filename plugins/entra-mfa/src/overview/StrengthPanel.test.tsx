import { within } from '@testing-library/react';
import {
  formatPermille,
  tiers,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { tierWords } from '../../dev/testing/tierWords';
import { StrengthPanel } from './StrengthPanel';

const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const privileged = overview.privileged!;
const title = 'How strong';
const shownTiers = ({ tiers: of }: Pick<typeof counts, 'tiers'>) =>
  tiers.filter(tier => of[tier] > 0);

const legendOf = (
  figures: Pick<typeof counts, 'tiers' | 'noTier'>,
  search: string,
) => [
  ...shownTiers(figures).map(tier => [
    `${tierWords[tier]}${figures.tiers[tier]}`,
    `/entra-mfa/people?tier=${tier}&${inScope}${search}`,
  ]),
  ...(figures.noTier > 0
    ? [
        [
          `no report row${figures.noTier}`,
          `/entra-mfa/people?tier=no-row&${inScope}${search}`,
        ],
      ]
    : []),
];
const shownIn = (list: Element) =>
  within(list as HTMLElement)
    .getAllByRole('listitem')
    .map(item => [
      item.textContent,
      item.querySelector('a')?.getAttribute('href'),
    ]);

it('counts one tier for each person, for everyone and for the privileged, with their lists', async () => {
  renderOverviewPart(StrengthPanel);
  const { card } = await panel(title);
  const terms = [...card.querySelectorAll('dt')];
  expect(terms.map(({ textContent }) => textContent)).toEqual([
    'everyone',
    'privileged',
  ]);
  const [everyone, admins] = card.querySelectorAll('dd');
  expect(shownIn(everyone)).toEqual(legendOf(counts, ''));
  expect(shownIn(admins)).toEqual(legendOf(privileged, '&privileged=true'));
  const all = Object.values(counts.tiers).reduce((sum, one) => sum + one, 0);
  expect(all + counts.noTier).toBe(counts.inScope);
  expect(card).toHaveTextContent('One tier a person');
});

it('draws each tier as long as it has people', async () => {
  renderOverviewPart(StrengthPanel);
  const { card } = await panel(title);
  const parts = [
    ...card.querySelector('dd')!.querySelectorAll<HTMLElement>('.part'),
  ];
  const expected = [
    ...shownTiers(counts).map(tier => ({
      tier,
      count: counts.tiers[tier],
      word: tierWords[tier],
    })),
    { tier: 'not-known', count: counts.noTier, word: 'no report row' },
  ];
  expect(parts.map(({ style, title: hint }) => [style.flexGrow, hint])).toEqual(
    expected.map(({ count, word }) => [String(count), `${word}: ${count}`]),
  );
  // In the same colour in the bar and in its legend.
  const swatches = [...card.querySelector('dd')!.querySelectorAll('.swatch')];
  for (const drawn of [parts, swatches]) {
    expect(drawn.map(part => part.getAttribute('style'))).toEqual(
      expected.map(({ tier }) =>
        expect.stringContaining(`var(--emfa-tier-${tier})`),
      ),
    );
  }
});

describe('privileged people', () => {
  const { covered, uncovered, permille } = privileged.coverage;

  it('have a figure of their own, and a list', async () => {
    renderOverviewPart(StrengthPanel);
    const strength = await panel(title);
    const figure = strength.getByText(/privileged people have registered/);
    expect(figure.textContent).toBe(
      `${covered} of ${
        covered + uncovered
      } privileged people have registered a strong method: ${formatPermille(
        permille,
      )} See all ${privileged.people} · By role`,
    );
    expect(
      strength.getByRole('link', { name: `See all ${privileged.people}` }),
    ).toHaveAttribute('href', `/entra-mfa/people?privileged=true&${inScope}`);
  });

  it('are those of a list that has its day, and can be seen by role', async () => {
    renderOverviewPart(StrengthPanel);
    const strength = await panel(title);
    const { builtIn } = overview.privilegedRoles!;
    expect(
      strength.getByText(
        `Privileged are ${builtIn} built-in roles, by Microsoft’s list of 24 Sep 2026.`,
      ),
    ).toBeVisible();
    expect(strength.getByRole('link', { name: 'By role' })).toHaveAttribute(
      'href',
      '/entra-mfa/people/roles',
    );
  });

  it('are MFA capable or not where that is what counts', async () => {
    const capable = new RecordedApi('capable').answer('getOverview', {})
      .privileged!.coverage;
    renderOverviewPart(StrengthPanel, { scenario: 'capable' });
    const strength = await panel(title);
    expect(
      strength.getByText(
        `${capable.covered} of ${
          capable.covered + capable.uncovered
        } privileged people are MFA capable`,
        { exact: false },
      ),
    ).toBeInTheDocument();
  });

  it('have no figure where nobody counts', async () => {
    const nobody = {
      ...privileged.coverage,
      covered: 0,
      uncovered: 0,
      permille: null,
    };
    renderOverviewPart(StrengthPanel, {
      having: { privileged: { ...privileged, coverage: nobody } },
    });
    const strength = await panel(title);
    expect(
      strength.getByText(/^No privileged person in scope counts yet\./),
    ).toBeInTheDocument();
  });

  it('are told of where they are disabled, with their list', async () => {
    renderOverviewPart(StrengthPanel);
    const strength = await panel(title);
    expect(privileged.disabledWithRole).toBe(1);
    expect(
      strength.getByRole('link', {
        name: '1 disabled account holds a role or can activate one',
      }),
    ).toHaveAttribute('href', '/entra-mfa/people?mark=disabled-with-role');
  });

  it('are not told of as disabled where none is', async () => {
    renderOverviewPart(StrengthPanel, {
      having: { privileged: { ...privileged, disabledWithRole: 0 } },
    });
    const strength = await panel(title);
    expect(strength.queryByText(/disabled account/)).toBeNull();
  });

  it('are not there while roles are not read, which is said once', async () => {
    renderOverviewPart(StrengthPanel, { scenario: 'no-roles' });
    const strength = await panel(title);
    expect(strength.card.querySelectorAll('dt')).toHaveLength(1);
    expect(
      strength.getByText(
        'Who is privileged is not known: RoleManagement.Read.Directory is missing.',
      ),
    ).toBeInTheDocument();
    expect(strength.queryByText(/^Eligible roles/)).toBeNull();
    expect(
      strength.queryByRole('link', { name: `See all ${privileged.people}` }),
    ).toBeNull();
  });
});

it.each<Partial<Overview>>([{ privileged: null }, { privilegedRoles: null }])(
  'says which roles are privileged only where both are known: %j',
  async having => {
    renderOverviewPart(StrengthPanel, { having });
    const strength = await panel(title);
    expect(strength.getByText('everyone')).toBeInTheDocument();
    expect(strength.queryByText(/^Privileged are/)).toBeNull();
  },
);

it.each<[Partial<NonNullable<Overview['roles']>>, string]>([
  [
    { eligible: 'no-permission' },
    'Eligible roles are not known: RoleManagement.Read.Directory is missing.',
  ],
  [
    { groups: 'no-permission' },
    'Roles held through groups are not known: GroupMember.Read.All is missing.',
  ],
  [
    { groups: 'not-read' },
    'Roles held through groups are not known: this has not been read.',
  ],
])('says what of roles is not known, and why: %j', async (part, text) => {
  renderOverviewPart(StrengthPanel, {
    having: { roles: { ...overview.roles!, ...part } },
  });
  const strength = await panel(title);
  expect(strength.getByText(text)).toBeInTheDocument();
  expect(strength.getAllByText(/not known: /)).toHaveLength(1);
});

// Without the licence nobody can be eligible, so that nothing is unknown.
it.each<Overview['roles']>([
  overview.roles,
  { ...overview.roles!, eligible: 'no-licence' },
  null,
])(
  'says nothing of that where all was read, or nothing is known of it',
  async roles => {
    renderOverviewPart(StrengthPanel, { having: { roles } });
    const strength = await panel(title);
    expect(strength.queryByText(/not known: /)).toBeNull();
  },
);
