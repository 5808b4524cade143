import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { contoso } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { PhoneOnlyLines } from './PhoneOnlyLines';

type Props = ComponentProps<typeof PhoneOnlyLines>;

const february = { date: '2027-02-01', count: 3 };
const july = { date: '2027-07-01', count: 1 };

const lines = (some: Partial<Props>) => {
  renderInPortal(
    <div data-testid="lines">
      <PhoneOnlyLines
        tenant={contoso}
        people={4}
        ends={[february, july]}
        words="cards.group.phoneOnly"
        {...some}
      />
    </div>,
  );
  return [...screen.getByTestId('lines').querySelectorAll('p')].map(
    line => line.textContent,
  );
};

it.each<[string, Partial<Props>, string[]]>([
  [
    'a line for each day',
    {},
    [
      '3 more only have a phone: blocked from 1 Feb 2027',
      '1 more only has a phone: blocked from 1 Jul 2027',
    ],
  ],
  [
    'of all of a team',
    { words: 'cards.group.onlyPhone', ends: [july], people: 1 },
    ['1 only has a phone: blocked from 1 Jul 2027'],
  ],
  ['nothing of nobody', { people: 0, ends: [] }, []],
  [
    'why nothing ends, with a provider of one’s own',
    { ends: [], tenant: { ...contoso, phoneDelivery: 'own-provider' } },
    [
      '4 more only have a phone. No end date: SMS and voice come from a telephony provider of your organization.',
    ],
  ],
  [
    'why nothing ends, in another cloud',
    {
      ends: [],
      words: 'services.card.phoneOnly',
      tenant: { ...contoso, phoneDelivery: 'national-cloud' },
    },
    [
      '4 only have a phone. No end date: Microsoft has announced none for its SMS and voice in this cloud.',
    ],
  ],
  [
    'no day where the snapshot has none',
    { ends: [] },
    ['4 more only have a phone.'],
  ],
])('says %s', (_, some, expected) => {
  expect(lines(some)).toEqual(expected);
});
