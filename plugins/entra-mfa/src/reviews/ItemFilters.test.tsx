import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { ItemFilters } from './ItemFilters';
import type { ItemValues } from './useItemFilter';

const counts = {
  ...healthy.answer('getReview', { number: 2 }).counts,
  open: 11,
  reasons: {
    privileged: 1234,
    new: 2,
    'left-but-enabled': 3,
    disabled: 8,
    'no-method': 4,
  },
  decisions: { keep: 1, 'remove-access': 0, register: 6, 'no-account': 0 },
};

function draw(filter: ItemValues = {}, of: Partial<Review> = {}) {
  const changes: ItemValues[] = [];
  renderPart(
    <ItemFilters
      review={{ ...healthy.answer('getReview', { number: 2 }), counts, ...of }}
      filter={filter}
      onChange={values => changes.push(values)}
    />,
  );
  return changes;
}

const chips = async (name: string) => {
  const group = await screen.findByLabelText(name);
  return within(group)
    .getAllByRole('button')
    .map(chip => [chip.textContent, chip.getAttribute('aria-pressed')]);
};

it('counts how many each reason and decision would find', async () => {
  draw({ reason: 'new' });
  expect(await chips('Reasons')).toEqual([
    ['privileged 1,234', 'false'],
    ['new 2', 'true'],
    ['left, still enabled 3', 'false'],
    ['newly disabled 8', 'false'],
    ['no method 4', 'false'],
  ]);
  expect(await chips('Decisions')).toEqual([
    ['no decision 11', 'false'],
    ['keep 1', 'false'],
    ['asked to register 6', 'false'],
  ]);
});

it('keeps a decision that is asked for, although there is none', async () => {
  draw({ decision: 'open,no-account' });
  expect(await chips('Decisions')).toEqual([
    ['no decision 11', 'true'],
    ['keep 1', 'false'],
    ['asked to register 6', 'false'],
    ['account should go 0', 'true'],
  ]);
});

it('adds one to another, in their order', async () => {
  const changes = draw({ reason: 'no-method', decision: 'open' });
  await userEvent.click(await screen.findByRole('button', { name: 'new 2' }));
  await userEvent.click(screen.getByRole('button', { name: 'keep 1' }));
  expect(changes).toEqual([
    { reason: 'new,no-method' },
    { decision: 'open,keep' },
  ]);
});

it('asks for a name once the typing rests', async () => {
  const changes = draw({ q: 'ada' });
  const field = await screen.findByLabelText('Name or user principal name');
  expect(field).toHaveValue('ada');
  expect(field).toHaveAttribute('placeholder', 'Find a person');
  // At once, so that no rest lies between however busy the machine is.
  for (const value of ['', 'gra', 'grace ']) {
    fireEvent.change(field, { target: { value } });
  }
  expect(changes).toEqual([]);
  await waitFor(() => expect(changes).toEqual([{ q: 'grace' }]));
  await userEvent.clear(field);
  await waitFor(() => expect(changes[1]).toEqual({ q: '' }));
});

it('has the reader’s people, and those without a reviewer, and asks for one of the two', async () => {
  const { reviewers } = healthy.answer('getReview', { number: 3 });
  const changes = draw(
    { reviewer: 'me' },
    {
      scope: { kind: 'role', id: 'r', name: 'Role' },
      mine: { items: 2, open: 1 },
      reviewers: {
        ...reviewers,
        kind: 'leads',
        unassigned: { items: 5, open: 5 },
      },
    },
  );
  expect(await chips('Reviewer')).toEqual([
    ['yours 2', 'true'],
    ['without a reviewer 5', 'false'],
  ]);
  expect(screen.queryByLabelText('Reasons')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /^without/ }));
  await userEvent.click(screen.getByRole('button', { name: /^yours/ }));
  expect(changes).toEqual([{ reviewer: 'nobody' }, { reviewer: '' }]);
});
