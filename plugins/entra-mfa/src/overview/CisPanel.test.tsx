import { screen } from '@testing-library/react';
import {
  formatPermille,
  type CisCount,
} from 'backstage-plugin-entra-mfa-common';
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
  const [, ...rows] = getAllByRole('row').map(row =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
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
    getByText(
      new RegExp(
        `${cis.leftOut} of them are left out or exempt here\\. ${cis.certificateScope} of them are capable only because certificate sign-in is open to them`,
      ),
    ),
  ).toBeVisible();
});

it('names no difference that there is not', async () => {
  renderOverviewPart(CisPanel, having({ leftOut: 0, certificateScope: 0 }));
  const { getByText, queryByText } = await panel(title);
  expect(getByText(/^CIS counts every member user/)).toBeInTheDocument();
  expect(queryByText(/left out|certificate/)).toBeNull();
});

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
