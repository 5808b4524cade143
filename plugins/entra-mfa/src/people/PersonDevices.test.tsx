import { screen } from '@testing-library/react';
import type { Device } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PersonDevices } from './PersonDevices';

const laptop: Device = {
  name: 'LT-1',
  operatingSystem: 'Windows',
  version: '10.0.26100',
  trust: 'hybrid-joined',
  compliant: true,
  managed: true,
  lastSignIn: '2026-11-18',
  registeredAt: '2025-01-10T08:00:00Z',
  owners: 1,
};

const unknown: Device = {
  name: null,
  operatingSystem: null,
  version: null,
  trust: null,
  compliant: null,
  managed: null,
  lastSignIn: null,
  registeredAt: null,
  owners: 20,
  maybeMoreOwners: true,
};

it.each<[Device[] | null, string[]]>([
  [null, []],
  [[], []],
  [
    [laptop],
    [
      'LT-1CompliantWindows 10.0.26100 · joined to a domain and to Entra · managed · last used about 18 Nov 2026 · registered on 10 Jan 2025',
    ],
  ],
  [
    [{ ...laptop, compliant: false, managed: false, owners: 2 }, unknown],
    [
      'LT-1Not compliantWindows 10.0.26100 · joined to a domain and to Entra · not managed · last used about 18 Nov 2026 · registered on 10 Jan 2025 · 2 owners',
      'A device without a nameCompliance not knownmanagement not known · last use not known · 20 owners or more: Microsoft gives no more',
    ],
  ],
])('says of %j', (devices, lines) => {
  renderPart(<PersonDevices devices={devices} />);
  const shown = [...document.querySelectorAll('li')].map(
    ({ textContent }) => textContent,
  );
  expect(shown).toEqual(lines);
  expect(screen.queryAllByText('Devices')).toHaveLength(devices ? 1 : 0);
  expect(screen.queryAllByText(/^No device/)).toHaveLength(
    devices?.length === 0 ? 1 : 0,
  );
});

it('stands on the page of who owns any', async () => {
  const { person } = healthy
    .all('getPerson')
    .find(({ devices }) =>
      devices?.some(({ compliant }) => compliant === null),
    )!;
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
  const { getAllByText } = await panel('Devices');
  expect(getAllByText('Compliance not known')).toHaveLength(1);
});
