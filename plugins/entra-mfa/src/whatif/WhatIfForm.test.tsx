import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import type { AssumptionValues } from './useAssumption';
import { WhatIfForm } from './WhatIfForm';

function draw(assumption: AssumptionValues = {}, past = false) {
  const changes: AssumptionValues[] = [];
  let cleared = 0;
  renderPart(
    <WhatIfForm
      assumption={assumption}
      onChange={values => changes.push(values)}
      onClear={() => {
        cleared += 1;
      }}
      past={past}
    />,
  );
  return { changes, cleared: () => cleared };
}

it.each([
  ['Phones are switched off', 'phoneOff'],
  ['No exception is in force', 'withoutExceptions'],
])('assumes: %s', async (name, key) => {
  const { changes } = draw();
  await userEvent.click(await screen.findByRole('switch', { name }));
  expect(changes).toEqual([{ [key]: 'true' }]);
});

it.each([
  ['Phones are switched off', 'phoneOff'],
  ['No exception is in force', 'withoutExceptions'],
])('takes back: %s', async (name, key) => {
  const { changes } = draw({ [key]: 'true' });
  const toggle = await screen.findByRole('switch', { name });
  expect(toggle).toBeChecked();
  await userEvent.click(toggle);
  expect(changes).toEqual([{ [key]: undefined }]);
});

it.each([
  [/Guests/, 'counted', { countGuests: 'true' }],
  [/Guests/, 'not counted', { countGuests: 'false' }],
  [/What counts/, 'registered', { basis: 'registered' }],
  [/What counts/, 'MFA capable', { basis: 'capable' }],
  [/Rules/, 'of today', { rules: 'today' }],
])('in %s, assumes "%s"', async (name, option, values) => {
  const { changes } = draw({}, true);
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
  expect(changes).toEqual([values]);
});

it.each([
  [/Guests/, 'as they are counted', { countGuests: 'true' }],
  [/What counts/, 'as it counts', { basis: 'capable' }],
  [/Rules/, 'of that day', { rules: 'today' }],
])('in %s, "%s" takes it back', async (name, option, values) => {
  const { changes } = draw(values, true);
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
  expect(changes).toEqual([
    Object.fromEntries(Object.keys(values).map(key => [key, undefined])),
  ]);
});

it.each<[AssumptionValues, string[]]>([
  [{}, ['as they are counted', 'as it counts', 'of that day']],
  [
    { countGuests: 'true', basis: 'capable', rules: 'today' },
    ['counted', 'MFA capable', 'of today'],
  ],
])('shows what is assumed: %j', async (assumption, [guests, basis, rules]) => {
  draw(assumption, true);
  for (const name of [
    `${guests} Guests`,
    `${basis} What counts`,
    `${rules} Rules`,
  ]) {
    expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  }
});

it('asks for rules only where those of the day may be others', async () => {
  draw();
  await screen.findByRole('button', { name: /Guests/ });
  expect(screen.queryByRole('button', { name: /Rules/ })).toBeNull();
});

it('takes another target, in tenths of a per cent', async () => {
  const { changes } = draw({ targetPermille: '905' });
  const field = await screen.findByRole('textbox', { name: 'Target in %' });
  expect(field).toHaveValue('90.5');
  await userEvent.clear(field);
  await userEvent.type(field, '87.3');
  await userEvent.tab();
  expect(changes[changes.length - 1]).toEqual({ targetPermille: '873' });
});

it.each([
  ['150', '1000'],
  ['0', '1'],
])('takes no target of %s %%', async (typed, targetPermille) => {
  const { changes } = draw();
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Target in %' }),
    typed,
  );
  await userEvent.tab();
  expect(changes).toEqual([{ targetPermille }]);
});

it('takes the target back', async () => {
  const { changes } = draw({ targetPermille: '905' });
  await userEvent.clear(
    await screen.findByRole('textbox', { name: 'Target in %' }),
  );
  await userEvent.tab();
  expect(changes).toEqual([{ targetPermille: undefined }]);
});

it('assumes it of one team, or of the whole tenant again', async () => {
  const { changes } = draw({ team: 'group:default/payments' });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Whole tenant' }),
  );
  await userEvent.click(screen.getByRole('button', { name: /Payments/ }));
  const list = within(await screen.findByRole('listbox'));
  await userEvent.click(list.getByRole('option', { name: 'Ledger' }));
  expect(changes).toEqual([
    { team: undefined },
    { team: 'group:default/ledger' },
  ]);
});

it('is of the whole tenant at first, and says what phones mean', async () => {
  const { cleared } = draw();
  expect(
    await screen.findByText(/^SMS and voice no longer count/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Whole tenant' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Assume nothing' }));
  expect(cleared()).toBe(1);
});
