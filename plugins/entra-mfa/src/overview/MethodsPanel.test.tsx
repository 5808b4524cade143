import { within } from '@testing-library/react';
import { counts, past } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { MethodsPanel } from './MethodsPanel';

/** As people say it: what is not here has to keep the name that Microsoft gives it. */
const words: Record<string, [method: string, strength: string]> = {
  email: ['Email', 'recovery only'],
  temporaryAccessPass: ['Temporary Access Pass', 'temporary pass'],
  externalAuthMethod: ['External authentication method', 'other'],
  mobilePhone: ['Mobile phone', 'phone'],
  microsoftAuthenticatorPush: ['Microsoft Authenticator', 'app or token'],
  softwareOneTimePasscode: ['Software one-time passcode', 'app or token'],
  hardwareOneTimePasscode: ['Hardware one-time passcode', 'app or token'],
  microsoftAuthenticatorPasswordless: [
    'Microsoft Authenticator, passwordless',
    'passwordless',
  ],
  passKeyDeviceBoundAuthenticator: [
    'Passkey in Microsoft Authenticator',
    'phishing-resistant',
  ],
  fido2SecurityKey: ['FIDO2 security key', 'phishing-resistant'],
  windowsHelloForBusiness: ['Windows Hello for Business', 'phishing-resistant'],
};

const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const sorted = [...counts.methods].sort((a, b) => b.count - a.count);

it('shows how many have each method, most first, with its strength and its list', async () => {
  renderOverviewPart(MethodsPanel);
  const methods = await panel('Methods');
  expect(methods.getByRole('group', { name: 'Methods' })).toBeInTheDocument();
  const [head, ...rows] = methods.getAllByRole('row');
  expect(head).toHaveTextContent('MethodStrengthPeople');
  expect(
    rows.map(row => {
      const link = within(row).getByRole('link');
      const bar = row.querySelector<HTMLElement>('.methodBar')!;
      return {
        text: row.textContent,
        href: link.getAttribute('href'),
        raw: link.getAttribute('title'),
        bar: bar.getAttribute('style'),
      };
    }),
  ).toEqual(
    sorted.map(({ method, count, tier }) => ({
      text: `${words[method][0]}${words[method][1]}${count}`,
      href: `/entra-mfa/people?method=${method}&${inScope}`,
      raw: method,
      bar: expect.stringMatching(
        `width: ${(count * 100) / sorted[0].count}%;.*--emfa-tier-${tier}\\)`,
      ),
    })),
  );
  expect(
    methods.getByText(/^A person can have several, so these add up to more/),
  ).toBeInTheDocument();
});

it('keeps the name of a method that is not known here', async () => {
  const methods = [{ method: 'palmPrint', tier: 'other' as const, count: 3 }];
  renderOverviewPart(MethodsPanel, {
    having: { counts: { ...counts, methods } },
  });
  const shown = await panel('Methods');
  expect(shown.getAllByRole('row')[1]).toHaveTextContent('palmPrintother3');
});

it('says that nobody has registered a method', async () => {
  renderOverviewPart(MethodsPanel, { scenario: 'empty' });
  const methods = await panel('Methods');
  expect(
    methods.getByText('Nobody in scope has registered a method.'),
  ).toBeInTheDocument();
  expect(methods.queryByRole('table')).not.toBeInTheDocument();
});

it('opens the lists of the day that is shown', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  const methods = await panel('Methods');
  for (const link of methods.getAllByRole('link')) {
    expect(link.getAttribute('href')).toContain(`&at=${past}`);
  }
});
