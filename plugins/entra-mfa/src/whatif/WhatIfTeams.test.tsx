import { screen } from '@testing-library/react';
import {
  coverageOf,
  type WhatIf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { WhatIfTeams } from './WhatIfTeams';

const answer = healthy.answer('getWhatIf', {}, { phoneOff: true });

const draw = async (change: Partial<WhatIf['teams']>) => {
  const teams = { items: [], more: 0, hideBelow: 0, ...change };
  renderPart(<WhatIfTeams answer={{ ...answer, teams }} />);
  await screen.findByText('drawn');
};

const team = (title: string, short: number) => ({
  ref: `group:default/${title.toLowerCase()}`,
  title,
  shown: coverageOf(3, 1, 950),
  assumed: coverageOf(1, 3, 950),
  short,
});

it('sets team by team what would be beside what is, with how many people more are short', async () => {
  await draw({
    items: [
      team('Checkout', 1200),
      team('Field', 0),
      { ...team('Vacant', -1), assumed: coverageOf(0, 0, 950) },
    ],
  });
  const rows = screen.getAllByRole('row');
  expect(
    rows.map(row => [...row.children].map(({ textContent }) => textContent)),
  ).toEqual([
    ['Team', 'The figure', 'Assumed', 'People short'],
    ['Checkout', '75.0 %', '25.0 %', '1,200 more'],
    ['Field', '75.0 %', '25.0 %', 'as many'],
    ['Vacant', '75.0 %', 'nobody counts', '1 fewer'],
  ]);
  expect(screen.getByRole('link', { name: 'Checkout' })).toHaveAttribute(
    'href',
    '/catalog/default/group/checkout',
  );
});

it.each<[string, Partial<WhatIf['teams']>, RegExp, boolean]>([
  ['that no team changes', {}, /^No team’s figure/, true],
  [
    'nothing of it where one does',
    { items: [team('A', 1)] },
    /^No team’s/,
    false,
  ],
  ['how many more there are', { more: 3 }, /^3 more teams would/, true],
  ['nothing of more where there are none', {}, /more teams? would/, false],
  [
    'what is kept back',
    { hideBelow: 5 },
    /^Teams of fewer than 5 people/,
    true,
  ],
  ['nothing of it to who sees all', {}, /^Teams of fewer/, false],
])('says %s', async (_, change, text, isSaid) => {
  await draw(change);
  expect(screen.queryByText(text) !== null).toBe(isSaid);
});
