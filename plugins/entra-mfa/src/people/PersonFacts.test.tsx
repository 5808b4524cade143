import type {
  LastSignIn,
  Person,
  PhoneDelivery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { contoso, personWho } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { dayOf, momentOf } from '../../dev/testing/english';
import { PersonFacts } from './PersonFacts';

const person = personWho(({ teams }) => teams.length > 0);
const [team] = person.teams;

async function factsOf(
  change: Partial<Person>,
  phoneDelivery: PhoneDelivery = 'ends',
  lastSignIn: LastSignIn | null = null,
) {
  renderPart(
    <PersonFacts
      person={{ ...person, ...change }}
      tenant={{ ...contoso, phoneDelivery }}
      lastSignIn={lastSignIn}
    />,
  );
  const known = await panel('What is known');
  const facts = [...known.card.querySelectorAll('dt')].map(term => [
    term.textContent,
    term.nextElementSibling?.textContent,
  ]);
  return { known, facts: Object.fromEntries(facts) };
}

it('says what is known of a person', async () => {
  const { known, facts } = await factsOf({
    registered: true,
    capable: false,
    privileged: null,
    tier: 'phone',
    methods: ['mobilePhone', 'palmPrint'],
    marks: ['phone-only', 'registered-not-capable'],
    phoneEnds: '2027-02-01',
    enabled: true,
    enablementSince: '2025-08-09T00:00:00Z',
    leaveAt: '2027-01-31T00:00:00Z',
    teams: [team, { ref: 'group:default/other', title: 'Other' }],
    since: '2026-03-04T00:00:00Z',
    createdAt: '2025-06-07T00:00:00Z',
  });
  expect(facts).toEqual({
    Registered: 'yes',
    'MFA capable': 'no',
    Strength: 'phone',
    Methods: 'Mobile phone, palmPrint',
    Privileged: 'not known',
    Teams: `${team.title}, Other`,
    'In this state since': '4 Mar 2026',
    'Account made': '7 Jun 2025',
    'Enabled since': '9 Aug 2025',
    'Leave date': '31 Jan 2027',
    'Worth knowing': 'only a phone, registered, method not allowed',
    'Only a phone': 'blocked from 1 Feb 2027',
    'Object id': person.id,
  });
  expect(
    known.getAllByRole('link').map(link => link.getAttribute('href')),
  ).toEqual([
    `/catalog/default/user/${person.entityRef!.split('/')[1]}`,
    `/catalog/default/group/${team.ref.split('/')[1]}`,
    '/catalog/default/group/other',
  ]);
  expect(
    known.getByRole('link', { name: 'Open in the catalog' }),
  ).toBeInTheDocument();
});

it('says of the first read that it may be so for longer', async () => {
  const { facts } = await factsOf({ sinceFirstRead: true });
  expect(facts['In this state since']).toBe(`before ${dayOf(person.since)}`);
});

it('says of what there is nothing that it is none, and leaves out what is not told', async () => {
  const { known, facts } = await factsOf({
    registered: null,
    privileged: false,
    tier: null,
    methods: [],
    marks: [],
    teams: [],
    createdAt: null,
    enabled: null,
    enablementSince: null,
    leaveAt: null,
    phoneEnds: null,
    entityRef: null,
  });
  expect(facts).toMatchObject({
    Registered: 'not known',
    Strength: 'no report row',
    Methods: 'no report row',
    Privileged: 'no',
    Teams: 'none',
    'In this state since': dayOf(person.since),
  });
  expect(Object.keys(facts)).toEqual([
    'Registered',
    'MFA capable',
    'Strength',
    'Methods',
    'Privileged',
    'Teams',
    'In this state since',
    'Object id',
  ]);
  expect(known.queryByRole('link')).toBeNull();
});

it('says since when an account is disabled', async () => {
  const { known, facts } = await factsOf({
    enabled: false,
    enablementSince: '2026-11-16T07:08:00Z',
  });
  expect(facts).toMatchObject({ 'Disabled since': '16 Nov 2026' });
  expect(known.getByText('16 Nov 2026')).toHaveAttribute(
    'title',
    momentOf('2026-11-16T07:08:00Z'),
  );
});

it('says a single team and a single mark', async () => {
  const { facts } = await factsOf({ teams: [team], marks: ['phone-only'] });
  expect(facts).toMatchObject({
    Teams: team.title,
    'Worth knowing': 'only a phone',
  });
});

const onlyPhone = { marks: ['phone-only'] } satisfies Partial<Person>;

it.each<[string, Partial<Person>, PhoneDelivery, unknown]>([
  [
    'from when on a person is blocked',
    { ...onlyPhone, phoneEnds: '2027-07-01' },
    'ends',
    'blocked from 1 Jul 2027',
  ],
  [
    'why nothing ends for who only has a phone',
    { ...onlyPhone, phoneEnds: null },
    'own-provider',
    expect.stringMatching(/^No end date: .*provider/),
  ],
  [
    'nothing of phones to who has another method',
    { marks: [], phoneEnds: null },
    'own-provider',
    undefined,
  ],
])('says %s', async (_, change, phoneDelivery, expected) => {
  const { facts } = await factsOf(change, phoneDelivery);
  expect(facts['Only a phone']).toEqual(expected);
});

it.each<[LastSignIn | null, string | undefined]>([
  [null, undefined],
  [{ day: null, kind: null }, 'never, or before Microsoft kept it'],
  [{ day: '2026-11-18', kind: 'successful' }, '18 Nov 2026, successful'],
  [
    { day: '2026-11-18', kind: 'non-interactive' },
    '18 Nov 2026, tried by a program in their name; whether it succeeded is not known',
  ],
])('says of the last sign-in %j: %s', async (lastSignIn, expected) => {
  const { facts } = await factsOf({}, 'ends', lastSignIn);
  expect(facts['Last sign-in']).toBe(expected);
});
