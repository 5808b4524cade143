import { fireEvent, within } from '@testing-library/react';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { RegisteredPanel } from './RegisteredPanel';

const { covered, uncovered, permille } = counts.coverage;
const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';

/** A figure with its own denominator. */
const ofWhom = (figure: typeof counts.coverage) =>
  `${formatPermille(figure.permille)}: ${figure.covered} of ${
    figure.covered + figure.uncovered
  }`;

it('shows both parts with their lists, and the figure in the middle', async () => {
  renderOverviewPart(RegisteredPanel);
  const registered = await panel('Registered');
  const items = registered.getAllByRole('listitem');
  expect(items[0].textContent).toBe(`${covered}registered`);
  expect(items[1].textContent).toBe(`${uncovered}not registered`);
  expect(
    items
      .slice(0, 2)
      .map(item => within(item).getByRole('link').getAttribute('href')),
  ).toEqual([
    '/entra-mfa/people?state=covered',
    '/entra-mfa/people?state=uncovered',
  ]);
  expect(registered.getByText(formatPermille(permille)!)).toBeInTheDocument();
  expect(items[2].textContent).toBe(
    `MFA capable ${ofWhom(counts.bases.capable)}`,
  );
});

it('shows the other basis beside the one that counts', async () => {
  const capable = new RecordedApi('capable').answer('getOverview', {}).counts!;
  renderOverviewPart(RegisteredPanel, { scenario: 'capable' });
  const shown = await panel('MFA capable');
  const items = shown.getAllByRole('listitem');
  expect(items[0].textContent).toBe(`${capable.coverage.covered}MFA capable`);
  expect(items[1].textContent).toBe(
    `${capable.coverage.uncovered}not MFA capable`,
  );
  expect(items[2].textContent).toBe(
    `Registered ${ofWhom(capable.bases.registered)}`,
  );
});

it('lists as many as it counts of those whose method is not allowed', async () => {
  renderOverviewPart(RegisteredPanel);
  const registered = await panel('Registered');
  expect(
    registered.getByRole('link', {
      name: `${counts.registeredNotCapable} registered, method not allowed by policy`,
    }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people?mark=registered-not-capable&${inScope}`,
  );
});

it('does not know who is capable where methods were read one by one', async () => {
  const { freshness } = overview;
  renderOverviewPart(RegisteredPanel, {
    having: { freshness: { ...freshness, fromMethods: true } },
  });
  const registered = await panel('Registered');
  expect(
    registered.getByText('MFA capable: not known for this tenant'),
  ).toBeInTheDocument();
});

it('says nothing of methods that are not allowed where there are none', async () => {
  renderOverviewPart(RegisteredPanel, {
    having: { counts: { ...counts, registeredNotCapable: 0 } },
  });
  const registered = await panel('Registered');
  expect(registered.queryByText(/not allowed by policy/)).toBeNull();
});

const sectorsOf = (card: HTMLElement) => [
  ...card.querySelectorAll('path.part'),
];

it('draws both parts, each with its words and its list', async () => {
  renderPortal('/entra-mfa');
  const { card } = await panel('Registered');
  const sectors = sectorsOf(card);
  expect(sectors.map(sector => sector.getAttribute('fill'))).toEqual([
    'var(--emfa-covered)',
    'var(--emfa-uncovered)',
  ]);
  fireEvent.mouseOver(sectors[0]);
  expect(
    within(card).getByText(`${covered} registered: open the list`),
  ).toBeInTheDocument();
  fireEvent.mouseOver(sectors[1]);
  expect(
    within(card).getByText(`${uncovered} not registered: open the list`),
  ).toBeInTheDocument();
  fireEvent.click(sectors[1]);
  const people = await panel('People');
  expect(await people.findByText(`${uncovered} people`)).toBeInTheDocument();
});

it('draws no part that nobody is in', async () => {
  renderOverviewPart(RegisteredPanel, {
    having: {
      counts: {
        ...counts,
        coverage: { ...counts.coverage, covered: 0, permille: 0 },
      },
    },
  });
  const { card } = await panel('Registered');
  expect(sectorsOf(card).map(sector => sector.getAttribute('fill'))).toEqual([
    'var(--emfa-uncovered)',
  ]);
});

it('names CIS’s figure beside the capable one, where there is one', async () => {
  const { cis } = overview;
  const figure = `${formatPermille(
    cis!.permille,
  )} by the count of CIS 5.2.3.4: ${cis!.capable} of ${cis!.members}`;
  renderOverviewPart(RegisteredPanel);
  const registered = await panel('Registered');
  expect(registered.getByText(figure)).toBeVisible();
});

it('names no figure of CIS where the snapshot has none', async () => {
  renderOverviewPart(RegisteredPanel, { having: { cis: null } });
  const registered = await panel('Registered');
  expect(registered.queryByText(/CIS/)).toBeNull();
});
