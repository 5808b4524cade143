import { screen } from '@testing-library/react';
import type {
  Overview,
  PhoneDelivery,
  PhoneEnds,
} from 'backstage-plugin-entra-mfa-common';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { PhonePanel } from './PhonePanel';

const fixture = new FixtureTenant('healthy', Date.now()).overview();

async function textOf(shown: {
  people: number;
  phoneEnds: PhoneEnds;
  phoneDelivery?: PhoneDelivery;
}): Promise<string> {
  const { people, phoneEnds, phoneDelivery = 'ends' } = shown;
  const counts: NonNullable<Overview['counts']> = {
    ...fixture.counts!,
    marks: { 'phone-only': people },
    phoneEnds,
  };
  const tenant = { ...fixture.tenant!, phoneDelivery };
  renderInPortal(
    <EntraMfaProvider>
      <PhonePanel overview={{ ...fixture, tenant }} counts={counts} />
    </EntraMfaProvider>,
  );
  const heading = await screen.findByRole('heading', { name: 'Only a phone' });
  await screen.findByText('Teams with most of them:');
  return heading.closest('article')!.textContent!;
}

const february = '2027-02-01';
const july = '2027-07-01';

it('says from which day a prompt blocks them', async () => {
  const text = await textOf({
    people: 7,
    phoneEnds: [{ date: february, count: 7 }],
  });
  expect(text).toMatch(
    /7 people have nothing but a phone.*stops its own SMS and voice on 1 Feb 2027/,
  );
  expect(text).not.toContain('people from');
  expect(text).toContain('The date is that of the public cloud');
});

it('says the later day where it is that of all', async () => {
  const text = await textOf({
    people: 1,
    phoneEnds: [{ date: july, count: 1 }],
  });
  expect(text).toContain('stops its own SMS and voice on 1 Jul 2027');
});

it('says both days where there are both, with how many have which', async () => {
  const text = await textOf({
    people: 8,
    phoneEnds: [
      { date: february, count: 7 },
      { date: july, count: 1 },
    ],
  });
  expect(text).toMatch(
    /for some of them later.*7 people from 1 Feb 2027.*1 person from 1 Jul 2027.*later one is for Global Administrators/,
  );
});

it.each<[PhoneDelivery, string]>([
  [
    'national-cloud',
    'No end date: Microsoft has announced none for its SMS and voice in this cloud.',
  ],
  [
    'own-provider',
    'No end date: SMS and voice come from a telephony provider of your organization.',
  ],
])('counts nothing down and says why: %s', async (phoneDelivery, why) => {
  const text = await textOf({ people: 7, phoneEnds: [], phoneDelivery });
  expect(text).toContain('7 people have nothing but a phone');
  expect(text).toContain(why);
  expect(text).not.toMatch(/days left|2027-|public cloud/);
});
