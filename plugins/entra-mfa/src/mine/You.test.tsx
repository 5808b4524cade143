import { screen, within } from '@testing-library/react';
import {
  securityInfoUrls,
  type Mine,
  type Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { contoso, past, personWho, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { HomeCard } from '../cards/HomeCard';
import { You } from './You';

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

const asMe = (
  person: Partial<Person> | null,
  rest: Partial<Mine> = {},
  api = new RecordedApi(),
) =>
  api.change('getMine', mine => ({
    ...mine,
    me: person && { person: { ...covered, ...person }, tenant: contoso },
    ...rest,
  }));

const you = () => screen.findByRole('region', { name: 'You' });

it('says in one quiet line that I am registered and have nothing to do', async () => {
  renderPart(<You />, asMe({}));
  const line = await you();
  expect(line).toHaveTextContent(
    /^Youregisterednothing to doOpen security info/,
  );
  expect(line.querySelector('[data-variant="primary"]')).toBeNull();
  expect(within(line).getByRole('link', { name: 'You' })).toHaveAttribute(
    'href',
    `/entra-mfa/people/${covered.tenant}/${covered.id}?tenant=${covered.tenant}`,
  );
});

it('says what to do now, until when and what happens then, with one button to the page of my cloud', async () => {
  const api = asMe(uncovered, { targetDate: '2026-12-31' });
  api.change('getMine', mine => ({
    ...mine,
    me: {
      person: uncovered,
      tenant: { ...contoso, securityInfoUrl: securityInfoUrls.usGovernment },
    },
    targetDate: '2026-12-31',
  }));
  renderPart(<You />, api);
  const band = await you();
  expect(band).toHaveTextContent(
    'You have not registered a method that is strong enough for MFA. Register one now: it takes a few minutes. ' +
      'Your organization wants everyone registered by 31 Dec 2026. ' +
      'Without one you cannot sign in wherever MFA is required.',
  );
  const [button] = band.querySelectorAll('[data-variant="primary"]');
  expect(button).toHaveTextContent(/^Register a method/);
  expect(button).toHaveAttribute('href', securityInfoUrls.usGovernment);
});

it.each<[string, Partial<Person>, RegExp]>([
  [
    'only a phone that ends',
    { marks: ['phone-only'], phoneEnds: '2027-02-01' },
    /^Your only method is a phone\..*1 Feb 2027.*no longer confirm a sign-in/,
  ],
  [
    'a method that is not allowed',
    { marks: ['registered-not-capable'] },
    /^Your method is registered, but the methods policy does not allow it/,
  ],
])('stands out for %s', async (_, person, text) => {
  renderPart(<You />, asMe(person));
  const band = await you();
  expect(band.textContent).toMatch(text);
  expect(band.querySelectorAll('[data-variant="primary"]')).toHaveLength(1);
});

it.each<[string, Partial<Person>, RegExp]>([
  [
    'only Windows Hello',
    { marks: ['windows-hello-only'] },
    /^Youregistered.*Your only method is Windows Hello.*Register a method/,
  ],
  [
    'exempt',
    {
      state: 'exempt',
      reason: 'exception',
      exception: {
        id: 'one',
        until: '2027-03-04',
        approvedBy: 'user:default/security',
      },
    },
    /^Youexemptuntil 4 Mar 2027 \(approved by security\)Register a method/,
  ],
  [
    'not known',
    { state: 'unknown', reason: 'no-row-yet' },
    /^Younot knownno report row yetRegister a method/,
  ],
  [
    'not counted',
    { state: 'out-of-scope', reason: 'guest' },
    /^Younot countedguest$/,
  ],
])('stays a line for who is %s', async (_, person, text) => {
  renderPart(<You />, asMe(person));
  const line = await you();
  expect(line.textContent).toMatch(text);
  expect(line.querySelector('[data-variant="primary"]')).toBeNull();
});

it('says nothing of who is known to no tenant', async () => {
  const api = asMe(null);
  renderPart(<You />, api);
  await screen.findByText('drawn');
  expect(screen.queryByRole('region', { name: 'You' })).toBeNull();
});

it('stands on the head of the page, whichever tab is open, and is asked for once', async () => {
  const api = asMe(uncovered);
  renderPortal('/entra-mfa/teams', { api });
  const band = await you();
  const heading = await screen.findByText('registered', { selector: 'span' });
  expect(
    band.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  expect(api.sent.filter(({ route }) => route === 'getMine')).toHaveLength(1);
});

it('is not there on the page of a past day', async () => {
  renderPortal(`/entra-mfa/teams?at=${past}`);
  expect(await screen.findByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'You' })).toBeNull();
});

it('stands on the home page', async () => {
  renderInPortal(<HomeCard />, { api: asMe(uncovered) });
  expect(await you()).toHaveTextContent(/^You have not registered/);
});

describe('my own page', () => {
  const { id } = personWho(({ state }) => state === 'uncovered');
  const path = `/entra-mfa/people/${tenant}/${id}`;

  it('speaks to me, and its first button is not an exception', async () => {
    renderPortal(path, { api: asMe({ ...uncovered, id }) });
    const ask = await screen.findByRole('button', {
      name: 'Ask for an exception',
    });
    const heading = screen.getByRole('heading', { name: /\(you\)$/ });
    const head = heading.parentElement!;
    expect(screen.queryByRole('region', { name: 'You' })).toBeNull();
    const [first] = head.querySelectorAll('a, button');
    expect(first).toHaveTextContent(/^Register a method/);
    expect(within(head).getByText(/^You have not registered/)).toBeVisible();
    expect(
      first.compareDocumentPosition(ask) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it('speaks of others as before', async () => {
    renderPortal(path, { api: asMe(covered) });
    await screen.findByRole('button', { name: 'Ask for an exception' });
    expect(screen.queryByRole('heading', { name: /\(you\)/ })).toBeNull();
    expect(screen.queryByText(/^You have not registered/)).toBeNull();
  });
});
