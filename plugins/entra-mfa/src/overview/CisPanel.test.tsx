import { screen } from '@testing-library/react';
import {
  formatPermille,
  type CisCount,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { counts, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { CisPanel } from './CisPanel';

const title = "CIS's own count";
const cis = overview.cis!;
const having = (change: Partial<CisCount>) => ({
  having: { cis: { ...cis, ...change } },
});

it('shows CIS’s own count beside ours, with the difference in words', async () => {
  renderPortal('/entra-mfa');
  const { getByRole, getAllByRole, getByText } = await panel(title);
  const { covered, uncovered, permille } = counts.bases.capable;
  const rows = getAllByRole('row').map(row =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['Counted by', 'People', 'MFA capable', 'Figure'],
    [
      'CIS: all member users',
      `${cis.members}`,
      `${cis.capable}`,
      formatPermille(cis.permille),
    ],
    [
      'here: who counts, on the basis MFA capable',
      `${covered + uncovered}`,
      `${covered}`,
      formatPermille(permille),
    ],
  ]);
  expect(getByRole('group', { name: title })).toBeInTheDocument();
  expect(
    getByText('CIS Microsoft 365 5.2.3.4, by the registration report.'),
  ).toBeVisible();
  expect(
    getByText(
      new RegExp(
        `${cis.leftOut} of them are left out or exempt here\\. ${cis.certificateScope} of them are capable only because certificate sign-in is open to them`,
      ),
    ),
  ).toBeVisible();
});

const leftOut = ' 1 of them is left out or exempt here.';
const certificate =
  ' 1 of them is capable only because certificate sign-in is open to them. That proves no method, so here it does not count.';

it.each([
  [0, 0, ''],
  [1, 0, leftOut],
  [0, 1, certificate],
  [1, 1, `${leftOut}${certificate}`],
])(
  'names a difference only where there is one: %d left out, %d by certificate',
  async (out, certificateScope, told) => {
    renderOverviewPart(CisPanel, having({ leftOut: out, certificateScope }));
    const { getByText } = await panel(title);
    expect(getByText(/^CIS counts every member user/).textContent).toBe(
      `CIS counts every member user who has a row in the report, whoever they are here, and goes by the flag alone.${told}`,
    );
  },
);

it('compares nothing where the snapshot has no such count', async () => {
  renderOverviewPart(
    props => (
      <>
        <CisPanel {...props} />
        <p>drawn</p>
      </>
    ),
    { having: { cis: null } },
  );
  expect(await screen.findByText('drawn')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: title })).toBeNull();
});
