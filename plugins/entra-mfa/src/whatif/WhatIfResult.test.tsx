import { screen, within } from '@testing-library/react';
import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { WhatIfResult } from './WhatIfResult';

const answer = healthy.answer('getWhatIf', {}, { phoneOff: true });
const { shown, assumed, difference } = answer;

type Figure = WhatIf['shown'];
const figure = (
  of: Figure,
  permille: number | null,
  short: number,
): Figure => ({
  ...of,
  counts: {
    ...of.counts,
    coverage: { ...of.counts.coverage, permille, short },
  },
});

const drawnIn = async (change: Partial<WhatIf>) => {
  renderPart(<WhatIfResult answer={{ ...answer, ...change }} />);
  const label = await screen.findByText('Assumed, not the figure');
  const second = label.parentElement!;
  const first = second.previousElementSibling!;
  return [first.textContent, second.textContent];
};

it('sets what would be beside what is, marked as none', async () => {
  expect(
    await drawnIn({
      shown: { ...figure(shown, 614, 12), targetPermille: 900 },
      assumed: { ...figure(assumed, 377, 1), basis: 'capable' },
      difference: { ...difference, permille: -237 },
    }),
  ).toEqual([
    'The figure of Contoso61.4 % registeredtarget 90 % · 12 people short',
    'Assumed, not the figure37.7 % MFA capabletarget 95 % · 1 person short · −23.7 points',
  ]);
});

it('says that nobody counts, and compares nothing', async () => {
  expect(
    await drawnIn({
      team: { ref: 'group:default/payments', title: 'Payments' },
      shown: figure(shown, 1000, 0),
      assumed: figure(assumed, null, 0),
      difference: { ...difference, permille: null },
    }),
  ).toEqual([
    'The figure of Payments100.0 % registeredtarget 95 %',
    'Assumed, not the figurenobody counts target 95 %',
  ]);
});

it('counts who would be what', async () => {
  renderPart(
    <WhatIfResult
      answer={{
        ...answer,
        assumed: { ...assumed, basis: 'capable' },
        difference: {
          covered: -5,
          uncovered: 4,
          unknown: 0,
          exempt: -1,
          inScope: 1,
          short: 3,
          permille: 0,
        },
      }}
    />,
  );
  const people = within(await screen.findByRole('group', { name: 'What if' }));
  const [head, ...rows] = people
    .getAllByRole('row')
    .map(({ textContent }) => textContent);
  expect(head).toBe('PeopleThe figureAssumedDifference');
  const of = (key: 'covered' | 'uncovered' | 'unknown' | 'exempt') =>
    `${shown.counts.states[key]}${assumed.counts.states[key]}`;
  expect(rows).toEqual([
    `MFA capable${of('covered')}−5`,
    `not MFA capable${of('uncovered')}+4`,
    `not known${of('unknown')}±0`,
    `exempt${of('exempt')}−1`,
    `in scope${shown.counts.inScope}${assumed.counts.inScope}+1`,
    `short of the target${shown.counts.coverage.short}${assumed.counts.coverage.short}+3`,
  ]);
});
