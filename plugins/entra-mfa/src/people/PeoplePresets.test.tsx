import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import type { FilterValues } from '../navigation/filterValues';
import { PeoplePresets } from './PeoplePresets';

async function draw(
  filter: FilterValues,
  { isRiskRead = true, signIns = false, mailboxes = false } = {},
) {
  const changes: FilterValues[] = [];
  renderPart(
    <PeoplePresets
      filter={filter}
      onChange={values => changes.push(values)}
      presets={[
        { id: 'not-registered', count: 1234 },
        ...(isRiskRead
          ? [{ id: 'at-risk-without-mfa', count: 2 } as const]
          : []),
        { id: 'privileged-without-mfa', count: 3 },
        { id: 'phone-only', count: 12 },
        { id: 'new-without-method', count: 0 },
        ...(signIns ? [{ id: 'no-sign-in' as const, count: 7 }] : []),
        ...(mailboxes ? [{ id: 'shared-mailbox' as const, count: 3 }] : []),
      ]}
    />,
  );
  const group = await screen.findByRole('radiogroup', {
    name: 'Looked for most',
  });
  const buttons = [...group.querySelectorAll('button')];
  return { changes, buttons };
}

it('says how many each has, and which one is shown', async () => {
  const { buttons } = await draw({
    state: 'uncovered',
    team: 'group:default/payments',
    sort: 'name',
  });
  expect(
    buttons.map(button => [
      button.textContent,
      button.getAttribute('aria-checked'),
    ]),
  ).toEqual([
    ['Not registered 1,234', 'true'],
    ['At risk without MFA 2', 'false'],
    ['Privileged without MFA 3', 'false'],
    ['Only a phone 12', 'false'],
    ['New, no method 0', 'false'],
    ['Everyone', 'false'],
  ]);
});

it('does not offer who is at risk where that is not read', async () => {
  const { buttons } = await draw({}, { isRiskRead: false });
  expect(buttons.map(({ textContent }) => textContent).join()).not.toContain(
    'At risk',
  );
});

it.each<[string, FilterValues]>([
  ['Not registered 1,234', { state: 'uncovered' }],
  ['At risk without MFA 2', { state: 'uncovered', mark: 'at-risk' }],
  ['Privileged without MFA 3', { state: 'uncovered', privileged: 'true' }],
  [
    'Only a phone 12',
    { state: 'covered,uncovered,unknown,exempt', mark: 'phone-only' },
  ],
  [
    'New, no method 0',
    { state: 'uncovered', minAgeDays: '14', maxAgeDays: '90' },
  ],
  ['Everyone', {}],
])('%s takes the place of other filters', async (name, values) => {
  const { changes } = await draw({ tier: 'phone', q: 'ada', team: 'a:b/c' });
  await userEvent.click(screen.getByRole('radio', { name }));
  const [change] = changes;
  expect(change).toMatchObject(values);
  expect(change).toHaveProperty('tier', undefined);
  for (const kept of ['q', 'team', 'sort', 'order']) {
    expect(change).not.toHaveProperty(kept);
  }
});

it('offers who has not signed in for long only where that is known', async () => {
  const { buttons, changes } = await draw({}, { signIns: true });
  const button = buttons.find(
    ({ textContent }) => textContent === 'No recent sign-in 7',
  )!;
  await userEvent.click(button);
  expect(changes[0]).toMatchObject({
    state: 'covered,uncovered,unknown,exempt',
    minAgeDays: '90',
    noSignInDays: '90',
  });
});

it('offers shared mailboxes that people can sign in to only where these are read', async () => {
  const { buttons, changes } = await draw({}, { mailboxes: true });
  const [button] = buttons.filter(({ textContent }) =>
    textContent?.startsWith('Shared mailboxes'),
  );
  expect(button).toHaveTextContent('Shared mailboxes 3');
  await userEvent.click(button);
  expect(changes[0]).toMatchObject({
    state: 'covered,uncovered,unknown,exempt',
    mark: 'shared-mailbox',
  });
});
