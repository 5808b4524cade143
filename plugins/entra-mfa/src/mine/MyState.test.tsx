import { screen } from '@testing-library/react';
import {
  securityInfoUrls,
  type Person,
  type TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { contoso, personWho } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { MyState } from './MyState';

const covered: Person = {
  ...personWho(({ state }) => state === 'covered'),
  reason: 'registered',
  marks: [],
  phoneEnds: null,
};
const uncovered: Person = {
  ...covered,
  state: 'uncovered',
  reason: 'not-registered',
};
const notAllowed =
  'Your method is registered, but the methods policy does not allow it. Register another one.';
const phoneOnly =
  'Your only method is a phone. Microsoft stops its SMS and voice on 1 Feb 2027; register an app or a passkey before then.';
const noPhoneThen =
  'After that day you can no longer confirm a sign-in by phone.';
const withoutOne = 'Without one you cannot sign in wherever MFA is required.';
const windowsHelloOnly =
  'Your only method is Windows Hello, which is tied to one PC. Register a second one.';
const nothing = 'You have registered a strong method. Nothing to do.';
const register = 'Register a method';
const manage = 'Open security info';

it.each<[string, Person, string[], string]>([
  ['registered', covered, [nothing], manage],
  [
    'registered',
    { ...covered, marks: ['phone-only'], phoneEnds: '2027-02-01' },
    [phoneOnly, noPhoneThen],
    register,
  ],
  [
    'registered',
    {
      ...covered,
      marks: ['phone-only', 'registered-not-capable'],
      phoneEnds: '2027-02-01',
    },
    [notAllowed, phoneOnly, noPhoneThen],
    register,
  ],
  [
    'registered',
    { ...covered, marks: ['windows-hello-only'] },
    [windowsHelloOnly],
    register,
  ],
  [
    'not registered',
    uncovered,
    [
      'You have not registered a method that is strong enough for MFA. Register one now: it takes a few minutes.',
      withoutOne,
    ],
    register,
  ],
  [
    'not MFA capable',
    {
      ...uncovered,
      reason: 'not-capable',
      marks: ['registered-not-capable'],
    },
    [notAllowed, withoutOne],
    register,
  ],
  [
    'not known',
    { ...covered, state: 'unknown', reason: 'no-row-yet' },
    [
      'Your registration is not known: no report row yet. You can check your methods yourself.',
    ],
    register,
  ],
  [
    'not counted',
    { ...covered, state: 'out-of-scope', reason: 'guest' },
    ['Your account is not counted: guest.'],
    register,
  ],
])('says to whom is %s what to do: %j', async (state, person, texts, link) => {
  renderPart(<MyState person={person} tenant={contoso} />);
  const mine = (await screen.findByText('drawn')).previousElementSibling!;
  expect([...mine.querySelectorAll('p')].map(p => p.textContent)).toEqual(
    texts,
  );
  expect(mine.textContent).toBe([state, ...texts, link].join(''));
  expect(screen.getByRole('link', { name: link })).toHaveAttribute(
    'href',
    securityInfoUrls.global,
  );
  // What there is to do stands out.
  expect(screen.getByRole('link', { name: link })).toHaveAttribute(
    'data-variant',
    link === manage ? 'secondary' : 'primary',
  );
});

it.each([
  ['2026-11-21', 'Your organization wants everyone registered by 21 Nov 2026.'],
  [
    '2026-11-20',
    'Your organization wanted everyone registered by 20 Nov 2026.',
  ],
])('says until when where the day is set: %s', async (targetDate, text) => {
  renderPart(
    <MyState person={uncovered} tenant={contoso} targetDate={targetDate} />,
  );
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('says what follows an exception', async () => {
  renderPart(
    <MyState
      person={{
        ...covered,
        state: 'exempt',
        reason: 'exception',
        exception: {
          id: 'one',
          until: '2027-03-04',
          approvedBy: 'user:default/security',
        },
      }}
      tenant={contoso}
      targetDate="2026-12-31"
    />,
  );
  expect(
    await screen.findByText(
      'You are exempt for now: until 4 Mar 2027 (approved by security).',
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Afterwards you count again: register before then.'),
  ).toBeInTheDocument();
  expect(screen.queryByText(/Your organization/)).toBeNull();
});

describe('with only a phone', () => {
  const show = (person: Partial<Person>, tenant: Partial<TenantRef> = {}) =>
    renderPart(
      <MyState
        person={{
          ...covered,
          marks: ['phone-only'],
          phoneEnds: '2027-02-01',
          ...person,
        }}
        tenant={{ ...contoso, ...tenant }}
      />,
    );

  it('opens the page of the cloud where one registers', async () => {
    show({}, { securityInfoUrl: securityInfoUrls.usGovernment });
    expect(await screen.findByRole('link')).toHaveAttribute(
      'href',
      'https://mysignins.azure.us/security-info',
    );
  });

  it('says until when a phone works', async () => {
    show({ phoneEnds: '2027-07-01' });
    expect(
      await screen.findByText(/^Your only method is a phone\..* on 1 Jul 2027/),
    ).toBeInTheDocument();
  });

  it('says why a phone goes on to work, and what is stronger', async () => {
    show({ phoneEnds: null }, { phoneDelivery: 'own-provider' });
    expect(
      await screen.findByText(
        /^Your only method is a phone\. Register an app or a passkey as well.* telephony provider of your organization\.$/,
      ),
    ).toBeInTheDocument();
  });
});
