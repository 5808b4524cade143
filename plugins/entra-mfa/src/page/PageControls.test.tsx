import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { contoso, overview, past, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PageControls } from './PageControls';

const Address = () => <output>{useLocation().search}</output>;

const draw = (change: Partial<Overview> = {}, api?: RecordedApi) =>
  renderPart(
    <>
      <PageControls overview={{ ...overview, ...change }} />
      <Address />
    </>,
    api,
  );

const asOf = (day: string) =>
  screen.findByRole('button', { name: `as of ${day}` });

it('is as of today, and of the one tenant', async () => {
  draw();
  expect(await asOf('21 Nov 2026')).toBeInTheDocument();
  expect(screen.getByText('as of')).toBeInTheDocument();
  expect(screen.getByText('Contoso')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Tenant/ })).toBeNull();
});

it('goes to another day, and back to today, which needs no address', async () => {
  draw();
  await userEvent.click(await asOf('21 Nov 2026'));
  await userEvent.click(
    await screen.findByRole('button', {
      name: /20 November 2026|November 20, 2026/,
    }),
  );
  expect(screen.getByRole('status')).toHaveTextContent('?at=2026-11-20');
  await userEvent.click(
    await screen.findByRole('spinbutton', { name: /^day, as of/ }),
  );
  await userEvent.keyboard('{ArrowUp}');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

it('is as of the day that is shown', async () => {
  renderPortal(`/entra-mfa/overview/what-if?at=${past}`);
  await screen.findByText('Choose what to assume.');
  expect(await asOf('3 Nov 2026')).toBeInTheDocument();
});

it('asks which tenant where there are several, and keeps the one that is shown', async () => {
  draw({
    tenants: [
      { ...contoso, id: 'one', name: 'One' },
      { ...contoso, id: 'two', name: 'Two' },
    ],
    tenant: { ...contoso, id: 'two', name: 'Two' },
  });
  expect(
    await screen.findByRole('button', { name: /Two Tenant/ }),
  ).toBeInTheDocument();
});

it('reads the tenant that is shown', async () => {
  const api = draw();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sync now' }),
  );
  expect(api.last('startSync')?.path).toBe(`/tenants/${tenant}/sync`);
});

it('waits while one runs', async () => {
  const progress = {
    run: 1,
    startedAt: overview.snapshot!.at,
    dataSet: null,
    pages: 0,
    rows: 0,
    expectedRows: null,
    people: 0,
    expectedPeople: null,
    secondsLeft: null,
    waitedMs: 0,
  };
  const api = draw({ freshness: { ...overview.freshness, progress } });
  await userEvent.click(
    await screen.findByRole('button', { name: /Sync now/ }),
  );
  expect(api.last('startSync')).toBeUndefined();
});

it('offers no sync where there is no tenant', async () => {
  draw({ tenant: null });
  await screen.findByText('drawn');
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
});
