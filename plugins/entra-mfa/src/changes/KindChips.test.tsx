import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  changeKinds,
  type ChangeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { renderPart } from '../../dev/testing/renderPart';
import { KindChips } from './KindChips';

const counts = Object.fromEntries(changeKinds.map(kind => [kind, 0])) as Record<
  ChangeKind,
  number
>;

function draw(some: Partial<typeof counts>, selected: ChangeKind[] = []) {
  const chosen: ChangeKind[][] = [];
  renderPart(
    <KindChips
      counts={{ ...counts, ...some }}
      selected={selected}
      onChange={kinds => chosen.push(kinds)}
    />,
  );
  return chosen;
}

const chips = async () =>
  within(
    await screen.findByRole('group', { name: 'Kinds of change' }),
  ).getAllByRole('button');

it('shows the kinds that there are, lost in any case, and those that are chosen', async () => {
  draw({ gained: 1234, scope: 1 }, ['left']);
  expect((await chips()).map(({ textContent }) => textContent)).toEqual([
    'lost 0',
    'left 0',
    'gained 1,234',
    'counted differently 1',
  ]);
  expect(screen.getByRole('button', { name: 'left 0' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(screen.getByRole('button', { name: 'lost 0' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

it('adds a kind to those that are chosen, in their order', async () => {
  const chosen = draw({ lost: 1, gained: 2 }, ['gained']);
  await userEvent.click((await chips())[0]);
  expect(chosen).toEqual([['lost', 'gained']]);
});

it('takes one away', async () => {
  const chosen = draw({ lost: 1, gained: 2 }, ['lost', 'gained']);
  await userEvent.click((await chips())[0]);
  expect(chosen).toEqual([['gained']]);
});
