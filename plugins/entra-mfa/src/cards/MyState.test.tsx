import { screen } from '@testing-library/react';
import {
  securityInfoUrl,
  type Person,
} from 'backstage-plugin-entra-mfa-common';
import { personWho } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { MyState } from './MyState';

const covered: Person = {
  ...personWho(({ state }) => state === 'covered'),
  reason: 'registered',
  marks: [],
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
const windowsHelloOnly =
  'Your only method is Windows Hello, which is tied to one PC. Register a second one.';
const nothing = 'You have registered a strong method. Nothing to do.';
const register = 'Register a method';
const manage = 'Open security info';

it.each<[string, Person, string[], string]>([
  ['registered', covered, [nothing], manage],
  ['registered', { ...covered, marks: ['phone-only'] }, [phoneOnly], register],
  [
    'registered',
    { ...covered, marks: ['phone-only', 'registered-not-capable'] },
    [notAllowed, phoneOnly],
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
    [notAllowed],
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
  renderPart(<MyState person={person} />);
  const mine = (await screen.findByText('drawn')).previousElementSibling!;
  expect([...mine.querySelectorAll('p')].map(p => p.textContent)).toEqual(
    texts,
  );
  expect(mine.textContent).toBe([state, ...texts, link].join(''));
  expect(screen.getByRole('link', { name: link })).toHaveAttribute(
    'href',
    securityInfoUrl,
  );
  // What there is to do stands out.
  expect(screen.getByRole('link', { name: link })).toHaveAttribute(
    'data-variant',
    link === manage ? 'secondary' : 'primary',
  );
});
