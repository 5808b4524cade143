import { screen } from '@testing-library/react';
import type { Person, PhoneDelivery } from 'backstage-plugin-entra-mfa-common';
import { contoso } from '../../dev/fixture/phoneEnds';
import { peopleList } from '../../dev/fixture/peopleList';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { PersonFacts } from './PersonFacts';

const [ada] = peopleList({ now: 0 });

function phoneOf(
  person: Pick<Person, 'marks' | 'phoneEnds'>,
  phoneDelivery: PhoneDelivery = 'ends',
): string | null | undefined {
  renderInPortal(
    <PersonFacts
      person={{ ...ada, ...person }}
      tenant={{ ...contoso, phoneDelivery }}
    />,
  );
  return screen.queryByText('Only a phone')?.nextElementSibling?.textContent;
}

it('says from when on a person is blocked', () => {
  expect(phoneOf({ marks: ['phone-only'], phoneEnds: '2027-07-01' })).toBe(
    'blocked from 1 Jul 2027',
  );
});

it('says why nothing ends for who only has a phone', () => {
  expect(
    phoneOf({ marks: ['phone-only'], phoneEnds: null }, 'own-provider'),
  ).toMatch(/^No end date: .*provider/);
});

it('says nothing of phones to who has another method', () => {
  expect(phoneOf({ marks: [], phoneEnds: null }, 'own-provider')).toBe(
    undefined,
  );
});
