import { screen } from '@testing-library/react';
import type { Person, TenantRef } from 'backstage-plugin-entra-mfa-common';
import { securityInfoUrls } from 'backstage-plugin-entra-mfa-common';
import { contoso } from '../../dev/fixture/phoneEnds';
import { peopleList } from '../../dev/fixture/peopleList';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { MyState } from './MyState';

const phoneOnly = peopleList({ now: 0 }).find(({ phoneEnds }) => phoneEnds)!;

const show = (person: Partial<Person>, tenant: Partial<TenantRef> = {}) =>
  renderInPortal(
    <MyState
      person={{ ...phoneOnly, ...person }}
      tenant={{ ...contoso, ...tenant }}
    />,
  );

it('opens the page of the cloud where one registers', () => {
  show({}, { securityInfoUrl: securityInfoUrls.usGovernment });
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    'https://mysignins.azure.us/security-info',
  );
});

it('says until when a phone works', () => {
  show({ phoneEnds: '2027-07-01' });
  expect(
    screen.getByText(/^Your only method is a phone\..* on 1 Jul 2027/),
  ).toBeInTheDocument();
});

it('says why a phone goes on to work, and what is stronger', () => {
  show({ phoneEnds: null }, { phoneDelivery: 'own-provider' });
  expect(
    screen.getByText(
      /^Your only method is a phone\. Register an app or a passkey as well.* telephony provider of your organization\.$/,
    ),
  ).toBeInTheDocument();
});
